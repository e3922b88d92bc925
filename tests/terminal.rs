//! The real binary in a real pseudo-terminal: a whole meeting, kill -9 and resume, the terminal restored.

#[path = "terminal/network.rs"]
mod network;
#[path = "terminal/typing.rs"]
mod typing;

use std::{
    fs,
    io::{Read, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser};

/// A program in a pseudo-terminal.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    parser: Arc<Mutex<Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn open(home: &Path, arguments: &[&str], panic: Option<&str>) -> Self {
        Self::sized(home, arguments, panic, (120, 36))
    }

    fn sized(home: &Path, arguments: &[&str], panic: Option<&str>, size: (u16, u16)) -> Self {
        let (cols, rows) = size;
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_arrimage"));
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "fr_CA.UTF-8");
        command.env("USER", "essai");
        command.env("HOME", home);
        command.env("ARRIMAGE_DOSSIERS", home);
        command.cwd(home);
        if let Some(panic) = panic {
            command.env("ARRIMAGE_PANIQUE", panic);
        }
        let child = pair.slave.spawn_command(command).expect("starts");
        drop(pair.slave);
        let parser = Arc::new(Mutex::new(Parser::new(cells(rows), cells(cols), 0)));
        let raw = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (screen, log) = (Arc::clone(&parser), Arc::clone(&raw));
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 {
                    break;
                }
                screen.lock().expect("whole").process(&buffer[..read]);
                log.lock().expect("whole").extend_from_slice(&buffer[..read]);
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Terminal { child, writer, parser, raw, master: pair.master }
    }

    fn send(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).expect("sent");
        self.writer.flush().expect("sent");
        self
    }

    fn screen(&self) -> String {
        self.parser.lock().expect("whole").screen().contents().replace('\u{a0}', " ")
    }

    /// Waits until a text is shown.
    fn wait(&mut self, text: &str) -> &mut Self {
        let start = Instant::now();
        while !self.screen().contains(text) {
            assert!(start.elapsed() < Duration::from_secs(20), "« {text} » never came:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Waits until a text is not shown any more.
    fn wait_gone(&mut self, text: &str) -> &mut Self {
        let start = Instant::now();
        while self.screen().contains(text) {
            assert!(start.elapsed() < Duration::from_secs(20), "« {text} » never went:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Lets some time pass between two letters, as between two commands.
    fn rest(&mut self) -> &mut Self {
        thread::sleep(Duration::from_millis(400));
        self
    }

    /// Lets a question that came unasked be seen: until then, keys are taken to be meant for something else.
    fn seen(&mut self) -> &mut Self {
        thread::sleep(Duration::from_millis(900));
        self
    }

    /// Waits until the screen is blank.
    fn wait_blank(&mut self) -> &mut Self {
        let start = Instant::now();
        while !self.screen().trim().is_empty() {
            assert!(start.elapsed() < Duration::from_secs(20), "never blank:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Resizes the window, and waits for the frame that follows: keys that arrive together with the signal reach the
    /// program only with the next ones, because the terminal library looks at one or the other.
    fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        let (cols, rows) = size;
        let frames = |raw: &[u8]| raw.windows(8).filter(|window| window == b"\x1b[?2026l").count();
        let before = frames(&self.raw.lock().expect("whole"));
        self.parser.lock().expect("whole").screen_mut().set_size(cells(rows), cells(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("resized");
        let start = Instant::now();
        while frames(&self.raw.lock().expect("whole")) == before {
            assert!(start.elapsed() < Duration::from_secs(20), "no frame at {cols}x{rows}:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    fn ended(&mut self) -> bool {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                // The last output may still be on its way.
                thread::sleep(Duration::from_millis(100));
                return status.success();
            }
            assert!(start.elapsed() < Duration::from_secs(20), "never ends:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn is_given_back(&self) {
        let parser = self.parser.lock().expect("whole");
        let screen = parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "paste is plain again");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is the terminal's again");
        assert!(!screen.hide_cursor(), "the cursor is seen");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("some")
}

const RIGHT: &str = "\x1b[C";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn school(home: &Path) -> PathBuf {
    home.join("data/ecole-des-quatre-vents")
}

/// Waits until a file holds a text.
fn wait_for_file(path: &Path, text: &str) {
    let start = Instant::now();
    while !fs::read_to_string(path).unwrap_or_default().contains(text) {
        assert!(start.elapsed() < Duration::from_secs(20), "« {text} » never came to {}", path.display());
        thread::sleep(Duration::from_millis(10));
    }
}

/// Starts or resumes a meeting, for the committee only.
fn begin(terminal: &mut Terminal) {
    terminal.send("r").wait("Qui lira l’écran").send(UP).wait("▸ Comité").send("\r");
}

/// Goes from the home screen to the fourth point of a meeting.
fn to_people(terminal: &mut Terminal) {
    terminal.wait("Le cycle");
    begin(terminal);
    terminal.wait("◉ Ouverture").send(RIGHT).wait("◉ Retour").send(RIGHT).wait("◉ Portrait");
    terminal.send(RIGHT).wait("◉ Tour");
}

#[test]
fn a_whole_meeting_is_walked_to_its_file() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    to_people(&mut terminal);
    terminal.send("1").wait("● 1  ✓ va bien").send("n").wait("Entrée garde");
    terminal.send("\x1b[200~Ça va « mieux » — œuvre collective\x1b[201~").wait("œuvre collective").send("\t");
    terminal.wait(", note : ").send(RIGHT);
    for rank in 2..=9 {
        terminal.wait(&format!("{rank} sur 9")).send(RIGHT);
    }
    terminal
        .wait("◉ Enjeux")
        .send("+")
        .wait("→ 4 En place")
        .send(RIGHT)
        .wait("2 sur 2")
        .send(RIGHT)
        .wait("◉ Bilan")
        .send(RIGHT);
    terminal
        .wait("◉ Décisions")
        .send("\r")
        .wait("Ajouter une décision")
        .send("On continue")
        .send("\r")
        .wait("• On continue");
    terminal.send(RIGHT).wait("◉ Clôture").send("\r").wait("Prochaine date").send("10 décembre 2026\r");
    terminal
        .wait("10 décembre 2026")
        .send(DOWN)
        .send("\r")
        .wait("Clore la rencontre?")
        .send("\r")
        .wait("Rencontre close");
    // Where the minutes are is said whole, until somebody has read it.
    terminal.wait("exports/compte-rendu-").wait("o : ouvrir").send("\r").wait_gone("o : ouvrir");
    let folder = school(home.path());
    let mut names: Vec<String> = fs::read_dir(folder.join("regulations"))
        .expect("a folder")
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let newest =
        fs::read_to_string(folder.join("regulations").join(names.last().expect("meetings"))).expect("a meeting");
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(newest.contains("On continue") && newest.contains("close: oui"), "{newest}");
    assert!(!folder.join(".arrimage/rencontre.yaml").exists(), "the draft is gone");
    let board = fs::read_to_string(folder.join("suivi.yaml")).expect("a board");
    assert!(board.contains("Ça va « mieux » — œuvre collective"), "{board}");
    assert!(board.starts_with("# École fictive"), "comments stay");
    let plan = fs::read_to_string(folder.join("plan.yaml")).expect("a plan");
    assert!(plan.contains("étape: 4") && plan.contains("# jours"), "{plan}");
    assert!(folder.join("versions/suivi/0001.yaml").exists(), "the state before is kept");
    terminal.send("q");
    assert!(terminal.ended());
    terminal.is_given_back();
    let raw = terminal.raw.lock().expect("whole");
    let count = |mark: &[u8]| raw.windows(mark.len()).filter(|w| *w == mark).count();
    assert_eq!(count(b"\x1b[?2026h"), count(b"\x1b[?2026l"), "every frame is whole");
    assert!(count(b"\x1b[?2026h") > 10);
}

/// Adds an action: what, then who from the list, then when, with how the date is understood.
fn give_action(t: &mut Terminal, what: &str, who: &str, date: (&str, &str)) {
    let (when, understood) = date;
    t.send("a").wait("Entrée").send(&format!("{what}\r")).wait("Hélène G");
    t.send(&who.to_lowercase()).wait(&format!("▸ {who}")).send("\r");
    t.wait("Quand").send(when).wait(understood).send("\r");
}

/// Walks through a whole meeting on a projector by keys alone, and returns what the files then say. At each point,
/// `at_point` does something else and comes back.
fn walked(size: (u16, u16), mut at_point: impl FnMut(&mut Terminal, &str)) -> String {
    let home = home();
    let mut terminal = Terminal::sized(home.path(), &["demo"], None, size);
    let t = &mut terminal;
    t.wait("Le cycle").send("r").wait("Qui lira").send("\r").wait("◉ Ouverture").wait("Mur");
    at_point(t, "◉ Ouverture");
    t.send("x").wait("Hélène Gagnon (pas là)").send(RIGHT).wait("◉ Retour");
    at_point(t, "◉ Retour");
    t.send("1").wait("✓ Mettre à jour").send("3").wait("Pourquoi?").send("plus utile\r").wait("plus utile");
    t.send(RIGHT).wait("◉ Portrait");
    at_point(t, "◉ Portrait");
    t.send(RIGHT).wait("1 sur 9");
    at_point(t, "◉ Tour");
    t.send("2").wait("● 2  ~ à suivre").send("6").wait("● 6 ciblé");
    t.send("b").wait("Masqué au mur").rest().send("m");
    t.wait("Montrer quoi").send("\r").wait("gestion de classe").send("b");
    t.wait("Espace coche").send("local calme\r").wait("besoins, c’est noté");
    t.send("n").wait("Entrée garde").send("Ça va mieux.\x1b\rLe midi reste lourd.\r").wait("note, c’est noté");
    give_action(t, "Visiter Nadia", "Nadia", ("3 décembre 2026", "jeudi 3 décembre"));
    t.wait("action");
    for rank in 2..=9 {
        t.send(RIGHT).wait(&format!("{rank} sur 9"));
    }
    t.send(RIGHT).wait("◉ Enjeux").wait("1 sur 2");
    at_point(t, "◉ Enjeux");
    t.send("\r")
        .wait("Entrée garde")
        .send("Du temps commun le jeudi.\t")
        .wait("question 2 sur 3")
        .wait("✓ Quelles idées");
    t.send("+").wait("→ 4 En place").send(RIGHT).wait("2 sur 2").send(RIGHT).wait("◉ Bilan");
    at_point(t, "◉ Bilan");
    t.send("\r")
        .wait("Ajouter un bon coup")
        .send("Un bon coup\r")
        .wait("• Un bon coup")
        .send(RIGHT)
        .wait("◉ Décisions");
    at_point(t, "◉ Décisions");
    t.send("\r").wait("Entrée ajoute").send("On continue\r").wait("• On continue").send("\r");
    give_action(t, "Acheter deux tapis", "Luc", ("5 décembre 2026", "samedi 5 décembre"));
    t.wait("5 déc.").send(RIGHT).wait("◉ Clôture");
    at_point(t, "◉ Clôture");
    t.send("\r").wait("Entrée garde").send("10 décembre 2026\r").wait("10 décembre 2026").send(DOWN).send("\r");
    t.wait("Clore la rencontre?").send("\r").wait("encore au mur").wait("Mur").send("o");
    t.wait("Comité").wait("compte-rendu-").send("q");
    assert!(t.ended());
    let folder = school(home.path());
    let newest = fs::read_dir(folder.join("regulations")).expect("a folder").flatten().map(|entry| entry.path()).max();
    let newest = newest.expect("a meeting");
    let minutes = format!("exports/compte-rendu-{}.docx", newest.file_stem().expect("a stem").to_string_lossy());
    assert!(fs::read(folder.join(minutes)).expect("minutes").starts_with(b"PK"), "a Word document");
    assert!(!folder.join(".arrimage/rencontre.yaml").exists(), "the draft is gone");
    let files = [newest, folder.join("suivi.yaml"), folder.join("plan.yaml")];
    let said = files.map(|file| fs::read_to_string(file).expect("a text")).join("\n");
    // Durations depend on the machine.
    let timed = |line: &&str| {
        !["heures:", "durées:"].iter().any(|key| line.starts_with(key)) && !line.starts_with("  ouverture")
    };
    said.lines().filter(timed).collect::<Vec<_>>().join("\n")
}

/// From the first screen of all, the demonstration, to the first meeting of one's own school, closed.
#[test]
fn a_school_is_made_inside_and_its_first_meeting_closed_in_few_keys() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &[], None);
    let mut keys = 0;
    let mut press = |terminal: &mut Terminal, said: &[(&str, &str)]| {
        for (sent, shown) in said {
            // An arrow is one key.
            keys += if sent.starts_with('\u{1b}') { 1 } else { sent.chars().count() };
            terminal.send(sent).wait(shown);
        }
    };
    terminal.wait("École fictive. r");
    press(
        &mut terminal,
        &[
            ("E", "Comment s’appelle l’école?"),
            ("École du Parc\r", "Dans quel dossier?"),
            ("\r", "Quel ordre"),
            ("\r", "plan de déploiement partir?"),
            ("\r", "Qui est au comité?"),
            ("Ana Roy, direction\r\r", "Qui arrive"),
            ("Zoé Brulé\r\r", "Créer l’école et commencer"),
            ("\r", "✓ Les personnes qui arrivent"),
            ("r", "Qui lira"),
            ("\r", "◉ Ouverture"),
            (RIGHT, "◉ Retour"),
            (RIGHT, "3 "),
            (RIGHT, "4 "),
            ("1", "● 1  ✓ va bien"),
            (RIGHT, "◉ Enjeux"),
            (RIGHT, "◉ Bilan"),
            (RIGHT, "◉ Décisions"),
            (RIGHT, "◉ Clôture"),
            ("\r", "Prochaine date"),
            ("10 déc. 2026\r", "10 décembre 2026"),
            (DOWN, "Clore"),
            ("\r", "Clore la rencontre?"),
            ("\r", "Qu’avons-nous dit?"),
        ],
    );
    let school = home.path().join("École du Parc");
    let board = fs::read_to_string(school.join("suivi.yaml")).expect("a board");
    assert!(board.contains("nom: Zoé Brulé") && !board.contains("arrivée"), "{board}");
    assert!(fs::read_dir(school.join("regulations")).expect("a folder").next().is_some());
    assert!(keys <= 120, "{keys} keys");
}

#[test]
fn the_same_meeting_writes_the_same_files_on_any_wall() {
    let small = walked((50, 16), |_, _| {});
    for said in [
        "absences: [Hélène Gagnon]",
        "besoins: [gestion de classe, matériel, local calme]",
        "Du temps commun le jeudi.",
        "palier: ciblé",
        "quoi: Visiter Nadia",
        "Le midi reste lourd.",
        "Acheter deux tapis",
        "pourquoi: plus utile",
    ] {
        assert!(small.contains(said), "« {said} » is not in\n{small}");
    }
    let big = walked((120, 36), |terminal, point| {
        terminal.send("!").wait_blank().send("x").wait(point);
    });
    assert_eq!(small, big, "blanked at every point");
    let mut sizes = [(80, 24), (50, 16), (200, 60), (120, 36)].into_iter().cycle();
    let resized = walked((100, 30), |terminal, point| {
        for size in sizes.by_ref().take(3) {
            terminal.resize(size).wait(point);
        }
    });
    assert_eq!(small, resized, "resized at every point");
}

#[test]
fn a_killed_meeting_is_taken_up_where_it_was() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    to_people(&mut terminal);
    terminal
        .send("2")
        .wait("● 2  ~ à suivre")
        .send(RIGHT)
        .wait("2 sur 9")
        .send("n")
        .wait("Entrée garde")
        .send("Une phrase à moitié");
    wait_for_file(&school(home.path()).join(".arrimage/rencontre.yaml"), "à suivre");
    let start = Instant::now();
    let journal = || {
        let files = arrimage::store::journal::files(&home.path().join("state"));
        files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect::<String>()
    };
    while !journal().contains("Une phrase à moitié") {
        assert!(start.elapsed() < Duration::from_secs(20), "the journal is written while typing");
        thread::sleep(Duration::from_millis(10));
    }
    terminal.child.kill().expect("killed");
    let mut again = Terminal::open(home.path(), &[], None);
    again
        .wait("a été retrouvé")
        .wait("Une phrase à moitié")
        .send("\r")
        .wait("Entrée garde")
        .send(", puis finie.")
        .send("\t");
    again.wait("Le cycle");
    begin(&mut again);
    again.wait("2 sur 9").wait("Une phrase à moitié, puis finie.");
    again.send("\x1b[D").wait("1 sur 9").wait("● 2  ~ à suivre").send("q").wait("Quitter Arrimage").send("\r");
    assert!(again.ended());
    let draft = fs::read_to_string(school(home.path()).join(".arrimage/rencontre.yaml")).expect("the draft is kept");
    assert!(draft.contains("Une phrase à moitié, puis finie."), "{draft}");
}

#[test]
fn quitting_keeps_every_edit_and_versions_are_restored() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Le cycle").send("2").wait("Que faisons-nous").send(DOWN).send(DOWN).send("x").wait("fait").send("q");
    assert!(terminal.ended());
    let plan = school(home.path()).join("plan.yaml");
    let ticked = fs::read_to_string(&plan).expect("a plan");
    assert_eq!(ticked.matches("état: fait").count(), 3);
    let mut again = Terminal::open(home.path(), &[], None);
    again
        .wait("Le cycle")
        .send("7")
        .wait("premier changement")
        .send("\r")
        .wait("format: 1")
        .send("R")
        .wait("Remettre en place");
    again.send("\r").wait("remise en place").send("q");
    assert!(again.ended());
    assert_eq!(fs::read_to_string(&plan).expect("a plan").matches("état: fait").count(), 2, "the version is back");
}

#[test]
fn what_was_done_is_undone_after_the_program_was_closed() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Le cycle").send("2").wait("Que faisons-nous").send(DOWN).send(DOWN).send("x").wait("fait");
    terminal
        .send("3")
        .wait("Comment vont-ils")
        .send("\r")
        .wait("▸État")
        .send("\r")
        .wait("Entrée garde")
        .send("\x1b[H\r");
    terminal.wait("Amélie Côté : état").send("q");
    assert!(terminal.ended());
    let plan = school(home.path()).join("plan.yaml");
    let done = |plan: &Path| fs::read_to_string(plan).expect("a plan").matches("état: fait").count();
    let ticked = done(&plan);
    let mut again = Terminal::open(home.path(), &[], None);
    again
        .wait("Le cycle")
        .send("\x1b[18~")
        .wait("Revenir à quel moment?")
        .wait("✓ Amélie Côté : état")
        .send(DOWN)
        .send("\r");
    again.wait("Annulé").send("q");
    assert!(again.ended());
    assert_eq!(done(&plan), ticked - 1, "both gestures are taken back");
    let mut last = Terminal::open(home.path(), &[], None);
    last.wait("Le cycle").send("U").wait("Rétabli").send("U").wait("Amélie Côté : état").send("q");
    assert!(last.ended());
    assert_eq!(done(&plan), ticked, "and made again");
}

#[test]
fn the_terminal_is_given_back_after_a_panic() {
    if !cfg!(debug_assertions) {
        return;
    }
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], Some("oui"));
    terminal.wait("Le cycle").send("6");
    assert!(!terminal.ended());
    terminal.is_given_back();
    assert!(terminal.screen().contains("Vos fichiers sont intacts"), "{}", terminal.screen());
}

#[test]
fn resizing_keeps_the_place() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    to_people(&mut terminal);
    terminal.send(RIGHT).wait("2 sur 9");
    terminal.resize((50, 16)).wait("/10 min").wait("2 sur 9").send("q").wait("Quitter Arrimage").send("\r");
    assert!(terminal.ended());
}

#[cfg(unix)]
#[test]
fn nothing_wakes_an_idle_program() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Le cycle");
    let ticks = |terminal: &Terminal| {
        let pid = terminal.child.process_id().expect("alive");
        // Every thread counts: the one that draws, the one that listens, the one that watches.
        let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
        let stats = tasks.map(|task| fs::read_to_string(task.path().join("schedstat")).unwrap_or_default());
        let turns = stats.filter_map(|stat| stat.split_whitespace().nth(2)?.parse::<u64>().ok());
        Some(turns.sum::<u64>())
    };
    let start = Instant::now();
    let mut before = None;
    while before != ticks(&terminal) {
        before = ticks(&terminal);
        thread::sleep(Duration::from_millis(700));
        assert!(start.elapsed() < Duration::from_secs(30), "the program never comes to rest");
    }
    let written = terminal.raw.lock().expect("whole").len();
    thread::sleep(Duration::from_millis(2500));
    assert_eq!(ticks(&terminal), before, "the process was not scheduled once");
    assert_eq!(terminal.raw.lock().expect("whole").len(), written, "and wrote nothing");
    terminal.send("q");
    assert!(terminal.ended());
}

#[cfg(target_os = "linux")]
#[test]
fn a_frame_is_one_short_write_and_so_is_the_answer_to_a_key() {
    let home = home();
    let mut terminal = Terminal::sized(home.path(), &["demo"], None, (120, 40));
    terminal.wait("Le cycle").rest();
    let written = |terminal: &Terminal| terminal.raw.lock().expect("whole").len();
    let first = written(&terminal);
    assert!(first < 9_500, "{first} bytes until the first frame is there");
    let writes = |terminal: &Terminal| {
        let about = fs::read_to_string(format!("/proc/{}/io", terminal.child.process_id().expect("alive")));
        let about = about.expect("counted");
        let count = about.lines().find_map(|line| line.strip_prefix("syscw: ")).expect("a count");
        count.parse::<u64>().expect("a number")
    };
    for _ in 0..3 {
        let (bytes, before) = (written(&terminal), writes(&terminal));
        terminal.send(DOWN).rest();
        let bytes = written(&terminal) - bytes;
        assert!((1..2_500).contains(&bytes), "{bytes} bytes for a key");
        assert_eq!(writes(&terminal), before + 1, "one write for a key");
    }
    terminal.send("q");
    assert!(terminal.ended());
}

#[test]
fn what_another_program_writes_is_taken_in_and_two_windows_lose_nothing() {
    let home = home();
    let mut first = Terminal::open(home.path(), &["demo"], None);
    first.wait("Le cycle").send("3").wait("Comment vont-ils").send(DOWN).send(DOWN).wait("▸ Maïka Bouchard");
    let board = school(home.path()).join("suivi.yaml");
    let text = fs::read_to_string(&board).expect("a board");
    let added = "personnes:\n  - id: n00\n    nom: Aaron Arrivé\n    arrivée: 2026-11-20\n";
    fs::write(&board, text.replacen("personnes:\n", added, 1)).expect("written");
    first
        .wait("suivi.yaml mis à jour par un autre programme : une fiche")
        .wait("Aaron Arrivé")
        .wait("▸ Maïka Bouchard");

    let folder = school(home.path()).to_string_lossy().into_owned();
    let mut second = Terminal::open(home.path(), &[&folder], None);
    second.wait("Le cycle").send("3").wait("Aaron Arrivé").send("\x1b[H").wait("▸ Aaron Arrivé");
    second.send("a").wait("Ce qui va bien").send("Tapé dans la seconde.");
    first.send("a").wait("Ce qui va bien").send("Tapé dans la première.").send("\t");
    wait_for_file(&board, "Tapé dans la première.");
    second.send(" Et fini.").send("\t");
    wait_for_file(&board, "Tapé dans la seconde. Et fini.");
    let text = fs::read_to_string(&board).expect("a board");
    assert!(text.contains("Tapé dans la première.") && text.contains("Aaron Arrivé"), "{text}");
    first.send("\x1b").wait("suivi.yaml mis à jour par un autre programme");
}

#[test]
fn what_no_disk_took_is_offered_at_the_next_start() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Le cycle");
    // A file stands where the lock's folder must be: nothing can be written in the school.
    let blocker = school(home.path()).join(".arrimage");
    fs::remove_dir_all(&blocker).ok();
    fs::write(&blocker, "").expect("written");
    let plan = school(home.path()).join("plan.yaml");
    let done = fs::read_to_string(&plan).expect("a plan").matches("état: fait").count();
    terminal.send("2").wait("Que faisons-nous").send(DOWN).send(DOWN).send("x");
    terminal.wait("n’a pas pu être écrit").send("q").wait("n’a pas pu être écrit");
    let journal = || {
        let files = arrimage::store::journal::files(&home.path().join("state"));
        files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect::<String>()
    };
    assert!(journal().contains("déploiement"), "the edit is in the journal: {}", journal());
    terminal.child.kill().expect("killed");
    let _ = terminal.child.wait();
    fs::remove_file(&blocker).expect("removed");
    let mut again = Terminal::open(home.path(), &[], None);
    again.wait("n’étaient pas tous sur le disque").wait("état").send("\r");
    let start = Instant::now();
    while fs::read_to_string(&plan).expect("a plan").matches("état: fait").count() == done {
        assert!(start.elapsed() < Duration::from_secs(20), "the edit never came:\n{}", again.screen());
        thread::sleep(Duration::from_millis(10));
    }
    again.send("q");
    assert!(again.ended());
    let mut last = Terminal::open(home.path(), &[], None);
    last.wait("Le cycle").send("2").wait("Que faisons-nous");
    assert!(!last.screen().contains("n’étaient pas tous"), "it is offered once");
}

#[test]
fn a_field_changed_in_two_places_is_asked_side_by_side() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    let board = school(home.path()).join("suivi.yaml");
    terminal.wait("Le cycle").send("3").wait("Comment vont-ils").send("\r").wait("▸État");
    // Writes fail for a while, and meanwhile another program writes the same field.
    let blocker = school(home.path()).join(".arrimage");
    fs::remove_dir_all(&blocker).ok();
    fs::write(&blocker, "").expect("written");
    terminal.send("\r").wait("Entrée").send("\x1b[H").send("\r").wait("n’a pas pu être écrit");
    let text = fs::read_to_string(&board).expect("a board");
    fs::write(&board, text.replacen("état: à suivre", "état: plus de soutien", 1)).expect("written");
    terminal
        .wait("Deux valeurs pour un même champ")
        .wait("Amélie Côté : état")
        .wait("○ va bien")
        .wait("○ plus de soutien");
    fs::remove_file(&blocker).expect("removed");
    terminal.seen().send("\r").wait("○ va bien").send("\x1b[D").wait("● va bien").send("\r");
    terminal.wait("Amélie Côté : état plus de soutien → va bien").send("q");
    assert!(terminal.ended());
    let (_, folder, _) = arrimage::store::school::SchoolFolder::open(&school(home.path())).expect("opens");
    assert_eq!(folder.board.person("n01").expect("there").wellbeing().word(), "va bien");
}

#[test]
fn a_copy_is_merged_at_opening_and_a_person_is_purged_for_good() {
    let home = home();
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Le cycle").send("q");
    assert!(terminal.ended());
    let folder = school(home.path());
    let text = fs::read_to_string(folder.join("suivi.yaml")).expect("a board");
    fs::write(folder.join("suivi (1).yaml"), text.replacen("état: à suivre", "état: va bien", 1)).expect("written");
    let mut terminal = Terminal::open(home.path(), &[], None);
    terminal.wait("La synchronisation a laissé suivi (1).yaml").wait("vous choisirez").send("\r");
    terminal
        .wait("Amélie Côté : état")
        .send("\x1b[D")
        .wait("● va bien")
        .send("\r")
        .wait("Amélie Côté : état à suivre → va bien");
    wait_for_file(&folder.join("suivi.yaml"), "état: va bien");
    assert!(!folder.join("suivi (1).yaml").exists() && folder.join("versions/suivi/0002.yaml").exists());
    terminal.send("3").wait("▸ Amélie").send("\x1b[19~").wait("Retirer pour toujours : Amélie Côté");
    // Pressing Enter several times must not remove anybody.
    terminal.send("\r\r").send("o").wait("Une personne retirée");
    terminal.send("7").wait("Comment était-ce avant").send("q");
    assert!(terminal.ended());
    for name in ["suivi.yaml", "versions/suivi/0001.yaml", "regulations/2026-11-12.yaml"] {
        assert!(!fs::read_to_string(folder.join(name)).unwrap_or_default().contains("Amélie"), "{name}");
    }
    assert!(fs::read_to_string(folder.join("suivi.yaml")).expect("a board").contains("Maïka"));
    for path in arrimage::store::journal::files(&home.path().join("state")) {
        let held = fs::read_to_string(&path).expect("a text");
        assert!(!held.contains("Amélie") && !held.contains("n01"), "{} still knows her: {held}", path.display());
    }
}

/// A school folder where nothing can be written until the file in place of the lock folder is deleted.
fn unwritable(home: &Path) -> PathBuf {
    let folder = home.join("ecole");
    arrimage::store::shipped::copy_demo(&folder).expect("copied");
    fs::write(folder.join(".arrimage"), "pas un dossier").expect("written");
    folder
}

#[test]
fn leaving_with_edits_that_no_disk_took_is_asked_twice() {
    let home = home();
    let folder = unwritable(home.path());
    let before = fs::read_to_string(folder.join("plan.yaml")).expect("a plan");
    let mut terminal = Terminal::open(home.path(), &["ecole"], None);
    terminal.wait("Le cycle").send("2").wait("Que faisons-nous").send("x").wait("n’a pas pu être écrit");
    terminal.send("q");
    thread::sleep(Duration::from_millis(300));
    assert!(terminal.child.try_wait().expect("a status").is_none(), "leaving is refused once");
    terminal.send("q");
    assert!(terminal.ended());
    assert_eq!(fs::read_to_string(folder.join("plan.yaml")).expect("a plan"), before);
    // The next session finds what was not written.
    fs::remove_file(folder.join(".arrimage")).expect("removed");
    let mut again = Terminal::open(home.path(), &["ecole"], None);
    again.wait("n’étaient pas tous sur le disque").send("\r");
    wait_for_change(&folder.join("plan.yaml"), &before);
}

#[test]
fn what_no_disk_took_is_tried_again_without_a_key() {
    let home = home();
    let folder = unwritable(home.path());
    let before = fs::read_to_string(folder.join("plan.yaml")).expect("a plan");
    let mut terminal = Terminal::open(home.path(), &["ecole"], None);
    terminal.wait("Le cycle").send("2").wait("Que faisons-nous").send("x").wait("n’a pas pu être écrit");
    fs::remove_file(folder.join(".arrimage")).expect("removed");
    wait_for_change(&folder.join("plan.yaml"), &before);
}

/// Waits until the content of a file changes.
fn wait_for_change(path: &Path, before: &str) {
    let start = Instant::now();
    while fs::read_to_string(path).unwrap_or_default() == before {
        assert!(start.elapsed() < Duration::from_secs(20), "{} never changes", path.display());
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn only_the_whole_word_agrees_to_a_purge() {
    let home = home();
    let folder = home.path().join("ecole");
    arrimage::store::shipped::copy_demo(&folder).expect("copied");
    let board = || fs::read_to_string(folder.join("suivi.yaml")).expect("a board");
    let before = board();
    for answer in ["o", "ouais", "yes", "", "non", "oui oui"] {
        let mut terminal = Terminal::open(home.path(), &["purger", "ecole", "n02"], None);
        terminal.wait("Écrivez").send(&format!("{answer}\r"));
        terminal.ended();
        assert_eq!(board(), before, "« {answer} » is no « oui »");
    }
    let mut terminal = Terminal::open(home.path(), &["purger", "ecole", "n02"], None);
    terminal.wait("Écrivez").send("Oui\r");
    assert!(terminal.ended());
    assert!(!board().contains("id: n02"), "« Oui » agrees");
}

/// The watcher does not see the target of a link: it is checked when the window regains focus.
#[cfg(unix)]
#[test]
fn coming_back_to_the_window_looks_at_the_files() {
    let home = home();
    let folder = home.path().join("ecole");
    arrimage::store::shipped::copy_demo(&folder).expect("copied");
    let elsewhere = home.path().join("ailleurs.yaml");
    fs::rename(folder.join("plan.yaml"), &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, folder.join("plan.yaml")).expect("linked");
    let mut terminal = Terminal::open(home.path(), &["ecole"], None);
    terminal.wait("Le cycle").wait("Partage de tâche");
    let plan = fs::read_to_string(&elsewhere).expect("a plan");
    fs::write(&elsewhere, plan.replace("nom: Partage de tâche", "nom: Partage renommé")).expect("written");
    terminal.send("\x1b[I").wait("Partage renommé");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_and_the_terminal_is_given_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = tempfile::tempdir().expect("a folder");
        let mut terminal = Terminal::open(home.path(), &["demo"], None);
        terminal.wait("Accueil");
        let id = terminal.child.process_id().expect("a process").to_string();
        let killed = std::process::Command::new("kill").args([&format!("-{signal}"), &id]).status();
        assert!(killed.expect("runs").success());
        assert!(terminal.ended(), "{signal}");
        terminal.is_given_back();
    }
}

#[test]
fn more_keys_than_a_kilobyte_at_once_are_all_typed() {
    let home = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Accueil").send("3").wait("Amélie").send("/").wait("Chercher");
    terminal.send(&format!("{}fin", "x".repeat(3000))).wait("xfin");
}

#[test]
fn a_paste_whose_end_never_comes_leaves_the_keys() {
    let home = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Accueil").send("3").wait("Amélie").send("/").wait("Chercher");
    terminal.send("\x1b[200~Thành sans fin").wait("sans fin").send("!").wait("sans fin!").send("\x11");
    assert!(terminal.ended());
}

#[test]
fn a_demonstration_that_was_changed_is_asked_about() {
    let home = tempfile::tempdir().expect("a folder");
    for (answer, is_kept) in [("", true), ("non\r", true), ("oui\r", false)] {
        let mut terminal = Terminal::open(home.path(), &["demo"], None);
        if !answer.is_empty() {
            terminal.wait("La démonstration a été changée").send(answer);
        }
        terminal.wait("Le cycle");
        let board = fs::read_to_string(school(home.path()).join("suivi.yaml")).expect("a board");
        assert_eq!(board.contains("Zoé Caron"), is_kept && !answer.is_empty(), "{answer:?}");
        if answer.is_empty() {
            terminal.send("3").wait("Amélie").send("n").wait("quel est son nom").send("Zoé Caron\r").wait("Fonction");
        }
        terminal.send("\x11");
        assert!(terminal.ended());
    }
}

#[test]
fn the_screen_is_drawn_anew_when_asked() {
    let home = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(home.path(), &["demo"], None);
    terminal.wait("Accueil");
    terminal.parser.lock().expect("whole").process(b"\x1b[2J");
    assert!(!terminal.screen().contains("Accueil"));
    terminal.send("\x0c").wait("Accueil");
}

/// The folder of whoever logs in may be behind a link, as on some Macs.
#[cfg(unix)]
#[test]
fn the_demonstration_is_said_to_be_fictional_behind_a_link_too() {
    let home = home();
    let link = home.path().join("lien");
    std::os::unix::fs::symlink(home.path().join("vrai"), &link).expect("linked");
    fs::create_dir(home.path().join("vrai")).expect("made");
    for arguments in [&["demo"][..], &[]] {
        let mut terminal = Terminal::open(&link, arguments, None);
        terminal.wait("École fictive").send("q");
        assert!(terminal.ended());
    }
}

/// Nobody tells a program that ignores the signal of a closed window.
#[cfg(unix)]
#[test]
fn it_ends_with_its_window_even_where_no_signal_comes() {
    let home = tempfile::tempdir().expect("a folder");
    let pair = native_pty_system().openpty(PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 });
    let pair = pair.expect("a pseudo-terminal");
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' HUP; exec \"$0\" demo", env!("CARGO_BIN_EXE_arrimage")]);
    command.env("TERM", "xterm-256color");
    command.env("ARRIMAGE_DOSSIERS", home.path());
    let mut child = pair.slave.spawn_command(command).expect("starts");
    drop(pair.slave);
    let (mut reader, mut said, mut piece) = (pair.master.try_clone_reader().expect("a reader"), Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&said).contains("Accueil") {
        let read = reader.read(&mut piece).expect("read");
        assert!(read > 0, "{}", String::from_utf8_lossy(&said));
        said.extend_from_slice(&piece[..read]);
    }
    drop((reader, pair.master));
    let start = Instant::now();
    while child.try_wait().expect("a status").is_none() {
        assert!(start.elapsed() < Duration::from_secs(20), "it goes on without a window");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The names of the newcomers of the demonstration, and what is written about them that a wall hides.
fn marked_words(folder: &Path) -> Vec<String> {
    let board = fs::read_to_string(folder.join("suivi.yaml")).expect("a board");
    let board: serde_json::Value = serde_yaml::from_str(&board).expect("YAML");
    let people = board["personnes"].as_array().expect("people").iter();
    let words = people.flat_map(|person| {
        let needs = person["besoins"].as_array().cloned().unwrap_or_default();
        let traces = person["traces"].as_array().cloned().unwrap_or_default();
        let said = traces.into_iter().flat_map(|trace| [trace["va_bien"].clone(), trace["défi"].clone()]);
        let planned = person["prochaine_action"]["quoi"].clone();
        [person["nom"].clone(), planned].into_iter().chain(needs).chain(said).collect::<Vec<_>>()
    });
    words.filter_map(|word| word.as_str().map(ToOwned::to_owned)).filter(|word| word.chars().count() > 3).collect()
}

#[test]
fn what_was_shown_for_a_moment_does_not_come_back_from_the_dark() {
    let home = home();
    let mut laptop = Terminal::open(home.path(), &["demo"], None);
    laptop.wait("Le cycle");
    let path = school(home.path()).display().to_string();
    let mut wall = Terminal::sized(home.path(), &["mur", &path], None, (60, 20));
    begin(&mut laptop);
    for point in ["◉ Retour", "◉ Portrait", "◉ Tour"] {
        laptop.send(RIGHT).wait(point);
    }
    laptop.send("m").wait("Montrer quoi").send("\r").wait("Le mur montre");
    wall.wait("gestion de classe");
    laptop.send("!").wait_blank();
    wall.wait_blank();
    laptop.send(" ").wait("1 sur 9");
    wall.wait("1 sur 9");
    assert!(!wall.screen().contains("gestion de classe"), "{}", wall.screen());
}

#[test]
fn a_wall_follows_the_meeting_and_never_shows_a_marked_word() {
    let home = home();
    let mut laptop = Terminal::open(home.path(), &["demo"], None);
    laptop.wait("Le cycle");
    let folder = school(home.path());
    let board = fs::read_to_string(folder.join("suivi.yaml")).expect("a board");
    let marked = marked_words(&folder);
    assert!(marked.len() > 20, "{marked:?}");
    let path = folder.display().to_string();
    let mut wall = Terminal::sized(home.path(), &["mur", &path], None, (60, 20));
    let hides = |wall: &Terminal, but: &[&str]| {
        let screen = wall.screen();
        let leak = marked.iter().find(|word| !but.contains(&word.as_str()) && screen.contains(word.as_str()));
        assert_eq!(leak, None, "{screen}");
        assert!(!screen.contains("Zéphyrine"), "{screen}");
    };
    wall.wait("École des Quatre-Vents");
    begin(&mut laptop);
    laptop.wait("◉ Ouverture");
    wall.wait("◉ Ouverture");
    for point in ["◉ Retour", "◉ Portrait", "◉ Tour"] {
        laptop.send(RIGHT).wait(point);
        wall.wait(point);
        hides(&wall, &[]);
    }
    laptop.wait("Thành Nguyễn").send("2");
    wall.wait("Comment va TN?").wait("● 2  ~ à suivre");
    laptop.send("n").wait("Entrée garde").send("Zéphyrine en parle à Thành Nguyễn.\r").wait("note");
    laptop.send("m").wait("Montrer quoi").send("\r").wait("Le mur montre");
    wall.wait("gestion de classe");
    hides(&wall, &["gestion de classe", "matériel"]);
    laptop.send(RIGHT).wait("2 sur 9");
    wall.wait("2 sur 9");
    hides(&wall, &[]);
    laptop.send("!").wait_blank();
    wall.wait_blank();
    laptop.send(" ").wait("2 sur 9");
    wall.wait("2 sur 9");
    for _ in 3..=9 {
        laptop.send(RIGHT);
    }
    wall.wait("9 sur 9");
    for point in ["◉ Enjeux", "◉ Bilan"] {
        laptop.send(RIGHT).wait(point);
        wall.wait(point);
        hides(&wall, &[]);
        laptop.send(RIGHT);
    }
    // What is typed on the wall is no command; it goes dark by itself, and ends.
    wall.send("x1nabq").send("!").wait_blank().send("é");
    wall.wait("◉ Décisions");
    laptop.wait("◉ Décisions").send("\x1b").wait("Sortir de la rencontre").send("\r").wait("Le cycle");
    wall.wait("École des Quatre-Vents");
    wall.wait_gone("◉");
    hides(&wall, &[]);
    wall.send("q");
    assert!(wall.ended());
    wall.is_given_back();
    let raw = String::from_utf8_lossy(&wall.raw.lock().expect("whole")).into_owned();
    assert!(!raw.contains("Thành Nguyễn") && !raw.contains("Zéphyrine"), "nothing passed by either");
    assert_eq!(fs::read_to_string(folder.join("suivi.yaml")).expect("a board"), board, "a wall writes nothing");
}
