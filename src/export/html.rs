//! A document as a self-contained HTML file, readable on a phone and printable on Letter paper.

use super::paper::{Block, Report, escaped, shares};

/// The most rows of a table that stands whole on a page.
const SHORT: usize = 9;

/// Renders a document as an HTML page.
pub fn text(paper: &Report) -> String {
    let mut body = format!("<h1>{}</h1>\n", escaped(&paper.title));
    if !paper.about.is_empty() {
        let about: Vec<String> = paper.about.iter().map(|line| escaped(line)).collect();
        body.push_str(&format!("<p class=\"about\">{}</p>\n", about.join("<br>")));
    }
    for block in &paper.blocks {
        body.push_str(&match block {
            Block::Heading(text) => format!("<h2>{}</h2>\n", escaped(text)),
            Block::NewPage => "<div class=\"page\"></div>\n".to_owned(),
            Block::Subheading(text) => format!("<h3>{}</h3>\n", escaped(text)),
            Block::Text(text) => {
                let lines: Vec<String> = text.trim_end().lines().map(escaped).collect();
                format!("<p>{}</p>\n", lines.join("<br>"))
            }
            Block::Picture(drawing, _) => format!("<figure>\n{}</figure>\n", drawing.svg),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
                format!("<ul>\n{items}</ul>\n")
            }
            Block::Table(names, rows) => {
                let head: String =
                    names.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
                let row = |cells: &Vec<String>| {
                    let lines = |cell: &String| cell.lines().map(escaped).collect::<Vec<_>>().join("<br>");
                    let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", lines(cell))).collect();
                    format!("<tr>{cells}</tr>\n")
                };
                let width = |share: f64| format!("<col style=\"width: {:.0}%\">", share * 100.0);
                let widths: String = shares(names, rows).into_iter().map(width).collect();
                let rows_count = rows.len();
                let rows: String = rows.iter().map(row).collect();
                // A short table is never cut in two.
                let class = if rows_count <= SHORT { " class=\"short\"" } else { "" };
                format!("<table{class}>\n<colgroup>{widths}</colgroup>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
            }
        });
    }
    let (title, foot) = (escaped(&paper.title), escaped(&paper.foot));
    // The text goes inside a quoted CSS string: characters that could end the string or the style sheet are removed.
    let quoted = paper.foot.replace('\\', "").replace(['"', '\n', '<'], " ");
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr-CA\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{}@page {{ @bottom-center {{ content: \"{quoted}\"; font: 8pt sans-serif; color: #444; }} }}\n</style>\n\
         </head>\n<body>\n<main>\n{body}</main>\n<footer>{foot}</footer>\n</body>\n</html>\n",
        include_str!("paper.css")
    )
}

/// Renders cells as a table alone, for the clipboard.
pub fn cells(heads: Option<&[String]>, lines: &[Vec<String>]) -> String {
    let row = |cells: &[String], name: &str| {
        let cells: String = cells.iter().map(|cell| format!("<{name}>{}</{name}>", escaped(cell))).collect();
        format!("<tr>{cells}</tr>")
    };
    let head = heads.map_or_else(String::new, |heads| row(heads, "th"));
    let lines: String = lines.iter().map(|line| row(line, "td")).collect();
    // Without its encoding, what is pasted into a word processor on Linux loses its accents.
    format!("<meta charset=\"utf-8\"><table>{head}{lines}</table>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_no_tag() {
        let paper = Report {
            title: "<script>alert(1)</script>".into(),
            foot: "a\"; } body { display: none".into(),
            blocks: vec![Block::Text("a < b & c\nd".into())],
            ..Report::default()
        };
        let page = text(&paper);
        assert!(!page.contains("<script>") && page.contains("a &lt; b &amp; c<br>d"), "{page}");
        assert!(page.contains("content: \"a ; } body { display: none\";"), "{page}");
    }
}
