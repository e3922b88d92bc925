//! A document as Markdown, for a text editor or a wiki.

use super::paper::{Block, Report};
use crate::domain::value::text::{one_line, writable};

/// Renders a document as Markdown. What people wrote is never taken for markup.
pub fn text(paper: &Report) -> String {
    let mut text = format!("# {}\n\n", line(&paper.title));
    for about in &paper.about {
        text.push_str(&format!("{}  \n", line(about)));
    }
    for block in &paper.blocks {
        text.push('\n');
        match block {
            Block::Heading(heading) => text.push_str(&format!("## {}\n", line(heading))),
            Block::NewPage => text.push_str("---\n"),
            Block::Subheading(heading) => text.push_str(&format!("### {}\n", line(heading))),
            Block::Text(said) => said.lines().for_each(|said| text.push_str(&format!("{}  \n", line(said)))),
            Block::Picture(_, said) => text.push_str(&format!("{}\n", line(said))),
            Block::List(items) => items.iter().for_each(|item| text.push_str(&format!("- {}\n", line(item)))),
            Block::Table(head, rows) => {
                text.push_str(&row(head));
                text.push_str(&format!("|{}\n", "---|".repeat(head.len())));
                rows.iter().for_each(|cells| text.push_str(&row(cells)));
            }
        }
    }
    text.push_str(&format!("\n---\n\n{}\n", line(&paper.foot)));
    text
}

fn row(cells: &[String]) -> String {
    let cell = |cell: &String| cell.lines().map(line).collect::<Vec<_>>().join("<br>").replace('|', "\\|");
    format!("| {} |\n", cells.iter().map(cell).collect::<Vec<_>>().join(" | "))
}

/// A text on one line, with its Markdown characters escaped.
fn line(text: &str) -> String {
    let text = one_line(&writable(text));
    let mut escaped = String::new();
    for (at, c) in text.char_indices() {
        let marks = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' => true,
            '#' | '+' | '-' => at == 0,
            // « 12. » at the start of a line would start a list.
            '.' | ')' => at > 0 && text[..at].chars().all(|c| c.is_ascii_digit()),
            _ => false,
        };
        if marks {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_no_mark() {
        assert_eq!(line("# *Gras* <b> 2_3\n- suite"), "\\# \\*Gras\\* \\<b\\> 2\\_3 - suite");
        assert_eq!(line("12. fois"), "12\\. fois");
        assert_eq!(row(&["a|b".into()]), "| a\\|b |\n");
    }
}
