//! Cutting people out of what was exported: whole rows, paragraphs, sections and events, rather than their names alone.

use super::forget::NameScrubber;

/// What is left of an exported text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// It is about them: the whole of it goes.
    Whole,
    /// The text without what is about them, and how many pieces went.
    Text(String, usize),
}

/// Cuts people out of an exported text, by the ending of its name.
pub fn cut(text: &str, ending: &str, forgotten: &NameScrubber) -> Cut {
    match ending {
        "csv" => rows(text, forgotten),
        "ics" => events(text, forgotten),
        "svg" => {
            let (text, mentions) = forgotten.scrub(text);
            Cut::Text(text, mentions)
        }
        _ => sections(text, forgotten),
    }
}

/// A text without the sentences that name people: each ends with its mark and a blank, or with its line.
pub fn without_sentences(text: &str, forgotten: &NameScrubber) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        while !rest.is_empty() {
            let end = rest.char_indices().find_map(|(at, c)| {
                let mark = at + c.len_utf8();
                let blank = rest[mark..].chars().next().filter(|next| matches!(next, ' ' | '\u{a0}'))?;
                // « M. Roy » and « J. Roy » go on.
                let word = rest[..at].rsplit([' ', '\u{a0}']).next().unwrap_or_default();
                let ends = matches!(c, '!' | '?' | '…') || c == '.' && word.chars().count() > 2;
                ends.then_some(mark + blank.len_utf8())
            });
            let (sentence, left) = rest.split_at(end.unwrap_or(rest.len()));
            if !forgotten.names(sentence) {
                kept.push_str(sentence);
            }
            rest = left;
        }
    }
    kept.trim().to_owned()
}

/// Rows of a table, of which a cell may hold several lines between quotes.
fn rows(text: &str, forgotten: &NameScrubber) -> Cut {
    let mut records: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.split_inclusive('\n') {
        match records.last_mut().filter(|_| is_open) {
            Some(record) => record.push_str(line),
            None => records.push(line.to_owned()),
        }
        is_open ^= line.matches('"').count() % 2 == 1;
    }
    let is_theirs = |record: &String| {
        let id = record.split([';', ',', '\t']).next().unwrap_or_default().trim_matches('"');
        forgotten.ids.contains(id) || forgotten.names(record)
    };
    let before = records.len();
    let mut rank = 0;
    records.retain(|record| {
        rank += 1;
        rank == 1 || !is_theirs(record)
    });
    let gone = before - records.len();
    Cut::Text(records.concat(), gone)
}

/// Whether an event is what was planned for one of them: its title may say no name, its identifier says who.
fn is_of_their_action(event: &str, forgotten: &NameScrubber) -> bool {
    let uid = event.lines().find_map(|line| line.strip_prefix("UID:action-")).unwrap_or_default();
    forgotten.ids.iter().any(|id| uid.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with('@')))
}

/// Events of a calendar, whose long lines are folded.
fn events(text: &str, forgotten: &NameScrubber) -> Cut {
    let (mut kept, mut event, mut gone) = (String::with_capacity(text.len()), String::new(), 0);
    let mut is_inside = false;
    for line in text.split_inclusive('\n') {
        is_inside |= line.trim_end() == "BEGIN:VEVENT";
        if !is_inside {
            kept.push_str(line);
            continue;
        }
        event.push_str(line);
        if line.trim_end() == "END:VEVENT" {
            is_inside = false;
            let unfolded = event.replace("\r\n ", "").replace("\n ", "");
            match forgotten.names(&unfolded) || is_of_their_action(&unfolded, forgotten) {
                true => gone += 1,
                false => kept.push_str(&event),
            }
            event.clear();
        }
    }
    kept.push_str(&event);
    Cut::Text(kept, gone)
}

/// Lines, and the sections whose heading names them: of Markdown, or of a page with one element per line.
fn sections(text: &str, forgotten: &NameScrubber) -> Cut {
    let (mut kept, mut gone) = (String::with_capacity(text.len()), 0);
    let mut under: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let level = heading(line);
        let is_end = line.trim_start().starts_with("</main") || line.trim_start().starts_with("</body");
        if is_end || level.is_some_and(|level| under.is_some_and(|above| level <= above)) {
            under = None;
        }
        if under.is_some() {
            continue;
        }
        if !forgotten.names(line) {
            kept.push_str(line);
            continue;
        }
        match level {
            Some(1) => return Cut::Whole,
            // The title of a page stands in its head too.
            _ if line.trim_start().starts_with("<title") => return Cut::Whole,
            Some(level) => under = Some(level),
            None => {}
        }
        gone += 1;
    }
    Cut::Text(kept, gone)
}

/// The level of a heading.
fn heading(line: &str) -> Option<usize> {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix("<h") {
        return rest.chars().next().and_then(|level| level.to_digit(10)).map(|level| level as usize);
    }
    let hashes = line.chars().take_while(|c| *c == '#').count();
    (hashes > 0 && line[hashes..].starts_with(' ')).then_some(hashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amelie() -> NameScrubber {
        let mut forgotten = NameScrubber::named("Amélie Côté", |_| false, "x");
        forgotten.ids.insert("n01".into());
        forgotten
    }

    #[test]
    fn a_sentence_goes_whole_and_the_others_stay() {
        for (text, left) in [
            ("Amélie se dit isolée. Le budget est adopté.", "Le budget est adopté."),
            ("Le budget? Voir Mme Amélie Côté demain! Fin.", "Le budget? Fin."),
            ("Un mot\nAmélie se dit isolée\nUn autre", "Un mot\nUn autre"),
            ("Voir M. Roy. Amélie aussi.", "Voir M. Roy."),
            ("Amélie se dit isolée", ""),
            ("Rien d’elle. Ni ici.", "Rien d’elle. Ni ici."),
        ] {
            assert_eq!(without_sentences(text, &amelie()), left, "{text}");
        }
    }

    #[test]
    fn rows_paragraphs_and_sections_go_whole() {
        let table = "id;Nom;Note\nn01;A;\"deux\nlignes\"\nn02;Luc;bien\nn03;Zoé;avec Amélie\n";
        assert_eq!(cut(table, "csv", &amelie()), Cut::Text("id;Nom;Note\nn02;Luc;bien\n".into(), 2));
        let page = "# Compte rendu\n\n### Amélie Côté\n\n- à suivre\n- Fatiguée.\n\n### Luc\n\n- bien\n- voir amélie\n";
        assert_eq!(cut(page, "md", &amelie()), Cut::Text("# Compte rendu\n\n### Luc\n\n- bien\n".into(), 2));
        let page = "<h1>Compte rendu</h1>\n<h3>Amélie Côté</h3>\n<ul>\n<li>à suivre</li>\n</ul>\n</main>\n</body>\n";
        assert_eq!(cut(page, "html", &amelie()), Cut::Text("<h1>Compte rendu</h1>\n</main>\n</body>\n".into(), 1));
        assert_eq!(cut("# Fiche : Amélie Côté\n\nTout.\n", "md", &amelie()), Cut::Whole);
        let days = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Voir Amé\r\n lie\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Luc\r\nEND:VEVENT\r\n\
            BEGIN:VEVENT\r\nUID:action-n01@ecole.arrimage\r\nSUMMARY:Observer\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let Cut::Text(left, 2) = cut(days, "ics", &amelie()) else { panic!("two events go") };
        assert!(
            left.contains("SUMMARY:Luc")
                && !left.contains("Amé")
                && !left.contains("Observer")
                && left.ends_with("END:VCALENDAR\r\n")
        );
    }
}
