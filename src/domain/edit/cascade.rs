//! Setting a field, together with the fields that depend on it.

use serde_json::{Map, Value, json};

use super::{Edit, batch::Batch, history::History};
use crate::domain::{
    model::{
        board::{Board, EarlierMentor, Newcomer, Release, Taken},
        document::FileId,
        folder::Folder,
        means::Means,
        plan::{GuidingQuestion, Plan, Row},
        progress::Progress,
        retention,
        welcome::WelcomeTask,
    },
    value::{fault::Fault, scalar::Amount, when::Day},
};

/// When something is said, and what was said before it.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'a> {
    /// The day.
    pub today: Day,
    /// What can be undone: what was said the same day is corrected, not followed.
    pub history: Option<&'a History>,
    /// Whether what begins with a value begins today, as somebody says it; a list that is read does not say it.
    pub begins: bool,
    /// Whether a wellbeing that is said again is said today, as by whoever answers for one person.
    pub again: bool,
}

impl Saying<'_> {
    /// Something that is said today, by whoever keeps no history.
    pub fn today(today: Day) -> Self {
        Saying { today, history: None, begins: true, again: false }
    }

    /// The same, said by whoever answers for one person.
    pub fn again(self) -> Self {
        Saying { again: true, ..self }
    }
}

/// Sets a field and the fields that depend on it. A mentor is dated, and the one before joins the earlier mentors unless
/// the new name corrects it. A wellbeing, a done row,
/// a done means or an answer is dated today, and a row is done with the last of its means. Added release days are appended to the entries, and
/// their sum follows.
///
/// # Errors
/// If the format rejects the value.
pub fn set(
    gathered: &mut Batch,
    file: &FileId,
    path: &[&str],
    value: Option<Value>,
    saying: Saying<'_>,
) -> Result<(), Fault> {
    if let ([Board::PEOPLE, id, Newcomer::RELEASE, Release::TAKEN], Some(Value::Object(taken))) = (path, &value) {
        return take_days(gathered, id, taken);
    }
    let (is_said, today) = (value.is_some(), saying.today);
    if let [Board::PEOPLE, id, Newcomer::MENTOR] = path {
        return set_mentor(gathered, id, value, saying);
    }
    let proposed = is_kept_by_rule(gathered.folder(), path);
    let is_again = saying.again && is_said && matches!(path, [Board::PEOPLE, _, Newcomer::WELLBEING]);
    if !gathered.set_or_clear(file, path, value)? && !is_again {
        return Ok(());
    }
    match path {
        // A row records the day on which it was done, so that it can be checked against its due day.
        [Plan::ROWS, id, Row::STATE] => {
            let row = gathered.folder().plan.row(id);
            let day = row.is_some_and(|row| row.state() == Progress::Done).then(|| json!(today));
            gathered.set_or_clear(file, &[Plan::ROWS, id, Row::DONE_ON], day).map(drop)
        }
        [Board::PEOPLE, id, Newcomer::WELCOME, task, WelcomeTask::STATE] => {
            let person = gathered.folder().board.person(id);
            let task_now = person.and_then(|person| person.welcome.iter().find(|known| known.id == *task));
            let done = person.zip(task_now).filter(|(_, task)| task.state() == Progress::Done);
            // Whoever has the role later did not do it.
            let by = done.map(|(person, task)| person.doer(&gathered.folder().plan.committee, &task.who));
            let written = task_now.map(|task| task.who.as_str());
            let (day, by) = (by.map(|_| json!(today)), by.filter(|by| Some(*by) != written).map(|by| json!(by)));
            let path = |key| [Board::PEOPLE, id, Newcomer::WELCOME, task, key];
            gathered.set_or_clear(file, &path(WelcomeTask::DONE_BY), by)?;
            gathered.set_or_clear(file, &path(WelcomeTask::DONE_ON), day).map(drop)
        }
        // The minutes of a meeting tell what was answered there.
        [Plan::QUESTIONS, id, GuidingQuestion::ANSWER] => {
            let is_answered = gathered.folder().plan.question(id).is_some_and(GuidingQuestion::is_answered);
            let day = is_answered.then(|| json!(today));
            gathered.set_or_clear(file, &[Plan::QUESTIONS, id, GuidingQuestion::ANSWERED_ON], day).map(drop)
        }
        [Plan::ROWS, id, Row::MEANS, at, Means::STATE] => means_settled(gathered, id, at, today),
        [Board::PEOPLE, id, Newcomer::ARRIVAL | Newcomer::DEPARTURE, ..] if proposed => keep_until(gathered, id),
        [Board::PEOPLE, id, Newcomer::MENTOR_SINCE] => follow_since(gathered, id),
        [Board::PEOPLE, id, Newcomer::WELLBEING] => {
            let day = is_said.then(|| json!(today));
            gathered.set_or_clear(file, &[Board::PEOPLE, id, Newcomer::WELLBEING_ON], day).map(drop)
        }
        _ => Ok(()),
    }
}

/// Returns the edits that set a field and the fields that depend on it.
///
/// # Errors
/// If the format rejects the value.
pub fn edits(
    folder: &Folder,
    file: &FileId,
    path: &[&str],
    value: Option<Value>,
    saying: Saying<'_>,
) -> Result<Vec<Edit>, Fault> {
    let mut gathered = Batch::new(folder);
    set(&mut gathered, file, path, value, saying)?;
    Ok(gathered.into_edits())
}

fn push(gathered: &mut Batch, list: &[&str], item: Value) -> Result<(), Fault> {
    let edit = Edit::push(gathered.folder(), &FileId::Board, list, item)?;
    gathered.take(edit)
}

fn take_days(gathered: &mut Batch, id: &str, taken: &Map<String, Value>) -> Result<(), Fault> {
    let release = gathered.folder().board.person(id).and_then(|person| person.release.clone()).unwrap_or_default();
    let days = taken.get(Taken::DAYS).and_then(Value::as_f64).unwrap_or_default();
    gathered.set(
        &FileId::Board,
        &[Board::PEOPLE, id, Newcomer::RELEASE, Release::TAKEN],
        json!(release.taken + Amount(days)),
    )?;
    push(gathered, &[Board::PEOPLE, id, Newcomer::RELEASE, Release::DAYS], json!(taken))
}

/// Dates a means that is done. A row is done with the last of its means.
fn means_settled(gathered: &mut Batch, id: &str, at: &str, today: Day) -> Result<(), Fault> {
    let Some(row) = gathered.folder().plan.row(id) else { return Ok(()) };
    let is_done = at.parse().ok().and_then(|at: usize| row.means.get(at)).is_some_and(Means::is_done);
    let is_last = is_done && row.is_open() && !row.means.iter().any(Means::is_open);
    let day = is_done.then(|| json!(today));
    gathered.set_or_clear(&FileId::Plan, &[Plan::ROWS, id, Row::MEANS, at, Means::DONE_ON], day)?;
    if is_last {
        gathered.set(&FileId::Plan, &[Plan::ROWS, id, Row::STATE], json!(Progress::Done))?;
        gathered.set(&FileId::Plan, &[Plan::ROWS, id, Row::DONE_ON], json!(today))?;
    }
    Ok(())
}

/// Whether nobody has said until when the record at a path is kept: nothing is written, or what the rule proposed.
fn is_kept_by_rule(folder: &Folder, path: &[&str]) -> bool {
    let person = path.get(1).and_then(|id| folder.board.person(id));
    person.is_some_and(|person| {
        person.keep_until.is_none() || person.keep_until == retention::kept_until(&folder.plan, person)
    })
}

/// Sets until when a record is kept, by the school's rule.
fn keep_until(gathered: &mut Batch, id: &str) -> Result<(), Fault> {
    let folder = gathered.folder();
    let kept = folder.board.person(id).and_then(|person| retention::kept_until(&folder.plan, person));
    let path = [Board::PEOPLE, id, Newcomer::KEEP_UNTIL];
    gathered.set_or_clear(&FileId::Board, &path, kept.map(|day| json!(day))).map(drop)
}

/// Ends the mentor before the day since which the present one is known to be.
fn follow_since(gathered: &mut Batch, id: &str) -> Result<(), Fault> {
    let Some(person) = gathered.folder().board.person(id) else { return Ok(()) };
    let (Some(since), Some(last)) = (person.mentor_since, person.earlier_mentors.last()) else { return Ok(()) };
    if since >= last.until || last.from.is_some_and(|from| from > since) {
        return Ok(());
    }
    let at = (person.earlier_mentors.len() - 1).to_string();
    let path = [Board::PEOPLE, id, Newcomer::EARLIER_MENTORS, &at, EarlierMentor::UNTIL];
    gathered.set(&FileId::Board, &path, json!(since))
}

/// Sets a mentor, or none. Another name said on the day on which the last one was corrects it; otherwise the last one
/// becomes an earlier mentor, from the day that is known, if it is.
fn set_mentor(gathered: &mut Batch, id: &str, value: Option<Value>, saying: Saying<'_>) -> Result<(), Fault> {
    let path = |field| [Board::PEOPLE, id, field];
    let before = gathered.folder().board.person(id).cloned();
    let is_named = value.is_some();
    let name = value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
    let was_said =
        saying.history.is_some_and(|history| history.has_set(saying.today.0, &FileId::Board, &path(Newcomer::MENTOR)));
    if !gathered.set_or_clear(&FileId::Board, &path(Newcomer::MENTOR), value)? {
        return Ok(());
    }
    let Some(before) = before else { return Ok(()) };
    let was_replaced = before.earlier_mentors.last().is_some_and(|earlier| earlier.until == saying.today);
    let is_correction = was_said || was_replaced || before.mentor_since == Some(saying.today);
    let since = |day: Option<Day>| day.map(|day| json!(day));
    let follows = |gathered: &mut Batch, day| {
        gathered.set_or_clear(&FileId::Board, &path(Newcomer::MENTOR_SINCE), since(day)).map(drop)
    };
    // Whoever comes back after a slip was never replaced.
    if is_correction
        && let Some(at) = before.earlier_mentors.len().checked_sub(1)
        && let last = &before.earlier_mentors[at]
        && last.name == name
        && last.until == saying.today
    {
        let list = path(Newcomer::EARLIER_MENTORS);
        let gone = Edit::remove(gathered.folder(), &FileId::Board, &list, &at.to_string())?;
        gathered.take(gone)?;
        return follows(gathered, last.from);
    }
    if is_correction && is_named {
        return Ok(());
    }
    if let Some(name) = before.mentor.filter(|_| !is_correction) {
        let from = before.mentor_since;
        let until = from.map_or(saying.today, |from| from.max(saying.today));
        push(gathered, &path(Newcomer::EARLIER_MENTORS), json!(EarlierMentor { name, from, until }))?;
    }
    follows(gathered, Some(saying.today).filter(|_| is_named && saying.begins))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::document::Document;

    fn day(said: &str) -> Day {
        Day(said.parse().expect("a day"))
    }

    fn with_mentor(folder: &mut Folder, name: Option<&str>, saying: Saying<'_>) -> Vec<Edit> {
        let path = [Board::PEOPLE, "n01", Newcomer::MENTOR];
        let made = edits(folder, &FileId::Board, &path, name.map(|name| json!(name)), saying).expect("set");
        super::super::apply(folder, &made).expect("applied");
        made
    }

    fn school() -> Folder {
        let person = Newcomer { id: "n01".into(), name: "Zoé Roy".into(), ..Newcomer::default() };
        let person = Newcomer { arrival: Some(day("2026-08-25")), ..person };
        let board = Board { format: 1, people: vec![person.into()], ..Board::default() };
        let mut folder = Folder::default();
        folder.put(&FileId::Board, Some(Document::Board(board)));
        folder
    }

    #[test]
    fn another_name_on_the_same_day_corrects_a_mentor_and_a_later_one_follows() {
        let mut folder = school();
        let first = Saying::today(day("2026-09-20"));
        with_mentor(&mut folder, Some("Luc"), first);
        with_mentor(&mut folder, Some("Lucie"), first);
        let person = |folder: &Folder| folder.board.person("n01").expect("is there").clone();
        assert_eq!(person(&folder).mentor_since, Some(day("2026-09-20")));
        assert!(person(&folder).earlier_mentors.is_empty(), "a slip is no earlier mentor");
        with_mentor(&mut folder, Some("Ana"), Saying::today(day("2026-11-02")));
        let earlier = EarlierMentor { name: "Lucie".into(), from: Some(day("2026-09-20")), until: day("2026-11-02") };
        assert_eq!(person(&folder).earlier_mentors, [earlier]);
        // Back to the one before, the same day: nobody was replaced.
        with_mentor(&mut folder, Some("Lucie"), Saying::today(day("2026-11-02")));
        assert!(person(&folder).earlier_mentors.is_empty());
        assert_eq!(person(&folder).mentor_since, Some(day("2026-09-20")));
    }

    #[test]
    fn a_day_that_nobody_said_is_not_invented() {
        let mut folder = school();
        let list = Saying { begins: false, ..Saying::today(day("2026-09-20")) };
        with_mentor(&mut folder, Some("Luc"), list);
        assert_eq!(folder.board.person("n01").expect("is there").mentor_since, None);
        with_mentor(&mut folder, Some("Ana"), Saying::today(day("2026-11-02")));
        let person = folder.board.person("n01").expect("is there");
        assert_eq!(person.earlier_mentors[0].from, None, "the arrival is not the day on which mentoring began");
        assert_eq!(person.mentor_since, Some(day("2026-11-02")));
    }

    #[test]
    fn lists_that_are_read_on_one_day_correct_one_another() {
        let mut folder = school();
        let list = |said| Saying { begins: false, ..Saying::today(day(said)) };
        with_mentor(&mut folder, Some("Luc"), list("2026-09-20"));
        for name in ["Nadia", "Luc", "Nadia"] {
            with_mentor(&mut folder, Some(name), list("2026-11-02"));
        }
        let person = folder.board.person("n01").expect("is there");
        assert_eq!(person.earlier_mentors.iter().map(|earlier| earlier.name.as_str()).collect::<Vec<_>>(), ["Luc"]);
        assert_eq!((person.mentor.as_deref(), person.mentor_since), (Some("Nadia"), None));
    }

    #[test]
    fn a_wellbeing_said_again_is_said_today_by_whoever_answers_for_one_person() {
        let mut folder = school();
        let path = [Board::PEOPLE, "n01", Newcomer::WELLBEING];
        let mut say = |saying| {
            let made = edits(&folder, &FileId::Board, &path, Some(json!("va bien")), saying).expect("set");
            super::super::apply(&mut folder, &made).expect("applied");
            folder.board.person("n01").expect("is there").wellbeing_on
        };
        assert_eq!(say(Saying::today(day("2026-09-20"))), Some(day("2026-09-20")));
        assert_eq!(say(Saying::today(day("2026-10-20"))), Some(day("2026-09-20")), "a paste repeats what is there");
        assert_eq!(say(Saying::today(day("2026-11-20")).again()), Some(day("2026-11-20")));
    }

    #[test]
    fn the_mentor_before_ends_where_the_present_one_is_known_to_begin() {
        let mut folder = school();
        with_mentor(&mut folder, Some("Luc"), Saying::today(day("2026-09-01")));
        with_mentor(&mut folder, Some("Nadia"), Saying::today(day("2026-11-21")));
        let path = [Board::PEOPLE, "n01", Newcomer::MENTOR_SINCE];
        let made = edits(&folder, &FileId::Board, &path, Some(json!("2026-10-01")), Saying::today(day("2026-11-21")));
        super::super::apply(&mut folder, &made.expect("set")).expect("applied");
        let person = folder.board.person("n01").expect("is there");
        assert_eq!(
            (person.mentor_since, person.earlier_mentors[0].until),
            (Some(day("2026-10-01")), day("2026-10-01"))
        );
    }

    #[test]
    fn what_was_undone_was_not_said() {
        let mut folder = school();
        with_mentor(&mut folder, Some("Luc"), Saying::today(day("2026-09-20")));
        let today = day("2026-11-02");
        let mut history = History::default();
        let made = with_mentor(&mut folder, Some("Ana"), Saying::today(today));
        history.push(today.0.and_hms_opt(9, 0, 0).expect("an hour"), made);
        let since = [Board::PEOPLE, "n01", Newcomer::MENTOR_SINCE];
        let back = Edit::set(&folder, &FileId::Board, &since, Some(json!("2026-10-01"))).expect("set");
        super::super::apply(&mut folder, &[back.expect("changes")]).expect("applied");
        let saying = Saying { history: Some(&history), ..Saying::today(today) };
        with_mentor(&mut folder, Some("Anna"), saying);
        let person = folder.board.person("n01").expect("is there");
        assert_eq!(person.earlier_mentors.len(), 1, "said and corrected on one day, whatever the day it began");
        assert_eq!(person.mentor_since, Some(day("2026-10-01")));
        let way = crate::domain::edit::history::UndoDirection::Undo;
        let undone = history.next(way).expect("something to undo");
        super::super::apply(&mut folder, &undone).expect("applied");
        history.take(way);
        let saying = Saying { history: Some(&history), ..Saying::today(today) };
        with_mentor(&mut folder, Some("Rose"), saying);
        let earlier = &folder.board.person("n01").expect("is there").earlier_mentors;
        assert_eq!(earlier.iter().map(|earlier| earlier.name.as_str()).collect::<Vec<_>>(), ["Luc"]);
    }
}
