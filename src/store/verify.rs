//! Everything in a school folder that somebody should look at.

use std::collections::HashMap;

use super::{
    schema,
    school::SchoolFolder,
    shipped,
    snapshot::FileSnapshot,
    yaml::{outline, parse},
};
use crate::domain::{
    advice::references,
    model::document::FileId,
    value::fault::{Code, Fault},
};

impl SchoolFolder {
    /// Everything that reading finds: unreadable files, unknown keys, dangling references, conflict copies.
    pub fn verify(&mut self) -> Vec<Fault> {
        let (folder, mut faults) = self.read();
        faults.extend(self.register_fault());
        faults.extend(self.purged_again(folder.board.people.iter().map(|person| person.id.as_str())));
        for (stem, meeting) in &folder.meetings {
            let again = self.purged_again(meeting.people.iter().map(|point| point.person.as_str()));
            faults.extend(again.into_iter().map(|fault| fault.in_file(FileId::Meeting(stem.clone()).file())));
        }
        let mut texts = HashMap::new();
        for file in folder.files().into_iter().filter(|file| !folder.broken.contains(file)) {
            if let Ok(Some(FileSnapshot { text, .. })) = FileSnapshot::read(self.root(), &file) {
                faults.extend(parse::remarks(&file, &text, &schema::of_file(&file)));
                texts.insert(file, text);
            }
        }
        for finding in references::references(&folder, &shipped::shelf()) {
            let mut fault = finding.fault();
            if let Some(text) = texts.get(&finding.file)
                && let Some(outline) = outline::outline(text)
            {
                fault.place = outline::place(&finding.file.file(), text, outline.place(&finding.path));
            }
            faults.push(fault);
        }
        faults.extend(self.strays().into_iter().map(|(stray, why)| Fault::new(Code::Stray, stray).with("cause", why)));
        for copy in self.copies() {
            faults.push(Fault::new(Code::ConflictCopy, copy.name).with("original", copy.file.file()));
        }
        faults.sort_by(|a, b| (a.code.severity(), &a.place).cmp(&(b.code.severity(), &b.place)));
        faults
    }
}
