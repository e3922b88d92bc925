//! The app line by line, on the standard input and output: nothing is drawn, nothing moves.

use std::{
    io::{self, Write},
    time::Instant,
};

use super::{
    Quit, Shell,
    inbox::{FolderWatch, Inbox, Incoming},
    now,
};
use crate::tui::{event::Event, linear::Linear, update::update};

/// What comes before an answer.
const PROMPT: &[u8] = b"> ";

impl Shell<'_> {
    /// Asks and takes answers until the user quits or there are no more lines.
    pub(super) fn converse(&mut self, inbox: &Inbox, watch: &mut FolderWatch) -> io::Result<()> {
        self.app.setting.big_letters = false;
        let mut linear = Linear::default();
        let mut out = io::stdout().lock();
        loop {
            let (lines, effects) = linear.ask(&mut self.app);
            write(&mut out, &lines)?;
            if effects.into_iter().try_for_each(|effect| self.carry_out(effect)).is_err() {
                return Ok(());
            }
            out.write_all(PROMPT)?;
            out.flush()?;
            let Some(line) = self.next_line(inbox, watch, &mut linear, &mut out)? else { return Ok(()) };
            let effects = linear.answer(&mut self.app, &line);
            let ended = effects.into_iter().try_for_each(|effect| self.carry_out(effect));
            self.overdue();
            if let Err(Quit) = ended {
                return Ok(());
            }
        }
    }

    /// Waits for a line, while edits are written and other programs' are read; `None` when there are no more.
    fn next_line(
        &mut self,
        inbox: &Inbox,
        watch: &mut FolderWatch,
        linear: &mut Linear,
        out: &mut impl Write,
    ) -> io::Result<Option<String>> {
        loop {
            let incoming = inbox.next(self.next_deadline());
            update(&mut self.app, Event::Clock(now()), &self.drawn);
            match incoming {
                Some(Incoming::Line(line)) => return Ok(Some(line)),
                Some(Incoming::Gone) => return Ok(None),
                Some(Incoming::Disk) => {
                    watch.widen();
                    self.disk = Some(Instant::now());
                }
                Some(Incoming::Events(events)) => {
                    let Ok(()) = events.into_iter().try_for_each(|event| self.take(event)) else { return Ok(None) };
                }
                None => {}
            }
            self.overdue();
            let told = linear.told(&mut self.app);
            if !told.is_empty() {
                out.write_all(b"\n")?;
                write(out, &told)?;
                out.write_all(PROMPT)?;
                out.flush()?;
            }
        }
    }
}

fn write(out: &mut impl Write, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}
