//! Makes the pages of the guide, in `target/guide` or the folder named: what `docs/guide.md` and `docs/fautes.md` say, with their
//! pictures, as pages that a browser opens without a network.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

/// The pages: what each is made from, and its name.
const PAGES: [(&str, &str); 2] = [("guide.md", "index.html"), ("fautes.md", "fautes.html")];

/// How the pages look: large letters, on a screen and on paper.
const STYLE: &str = "body{font:18px/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}h2{margin-top:3rem;border-bottom:1px solid #ccc}\
img{max-width:100%;border:1px solid #ccc}table{border-collapse:collapse;width:100%}\
td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}\
code{font-family:ui-monospace,monospace;background:#f2f2f2;padding:0 .25rem}a{color:#0b57a4}\
@media print{body{font-size:11pt;max-width:none}h2{break-after:avoid}img{break-inside:avoid}}";

fn main() -> io::Result<()> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let out =
        env::args().nth(1).map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/guide"), PathBuf::from);
    fs::create_dir_all(out.join("images"))?;
    for (from, to) in PAGES {
        fs::write(out.join(to), page(&fs::read_to_string(docs.join(from))?))?;
    }
    for picture in fs::read_dir(docs.join("images"))? {
        let picture = picture?;
        fs::copy(picture.path(), out.join("images").join(picture.file_name()))?;
    }
    println!("{}", out.join(PAGES[0].1).display());
    Ok(())
}

/// A whole page, from a text in Markdown.
fn page(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let titled = with_anchors(text);
    let events = Parser::new_ext(&titled, options).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: of_page(dest_url), title, id })
        }
        other => other,
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    let title = text.lines().next().unwrap_or_default().trim_start_matches("# ");
    format!(
        "<!doctype html>\n<html lang=\"fr-CA\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n{body}</html>\n"
    )
}

/// The page that a link between two texts leads to.
fn of_page(link: CowStr<'_>) -> CowStr<'_> {
    match PAGES.iter().find(|(from, _)| *from == &*link) {
        Some((_, to)) => (*to).into(),
        None => link,
    }
}

/// The text with a name for each title, as the readers of Markdown on the web make it: in lower case, blanks as hyphens.
fn with_anchors(text: &str) -> String {
    let name = |title: &str| {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-');
        title.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
    };
    let line = |line: &str| match line.starts_with("##") {
        true => format!("{line} {{#{}}}\n", name(line)),
        false => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}
