//! Themes: legibility, and the number of colours.

use super::*;

#[test]
fn every_theme_is_readable() {
    use palette::{Srgb, color_difference::Wcag21RelativeContrast};
    let linear = |[r, g, b]: [u8; 3]| Srgb::new(r, g, b).into_format::<f32>().into_linear();
    let themes = theme::Themes::new(termprofile::TermProfile::TrueColor, Vec::new());
    assert_eq!(themes.names().collect::<Vec<_>>(), ["clair", "sombre", "projecteur", "contraste"]);
    for id in themes.names() {
        let theme = themes.get(id);
        assert_eq!(theme.pairs.len(), theme::Role::ALL.len(), "{id} is whole");
        assert_eq!(themes.faults(id), []);
        for (role, (ink, ground)) in &theme.pairs {
            let least = match (id, role) {
                (_, theme::Role::Rule) => 3.0,
                ("projecteur" | "contraste", _) => 7.0,
                _ => 4.5,
            };
            let contrast = linear(*ink).relative_contrast(linear(*ground));
            assert!(contrast >= least, "{id} {role:?}: {contrast:.2} < {least}");
            let ours = theme::contrast(*ink, *ground);
            assert!((f64::from(contrast) - ours).abs() < 0.01, "{id} {role:?}: {contrast} and {ours}");
        }
    }
}

#[test]
fn every_theme_has_its_colours_in_sixteen_and_its_meaning_in_none() {
    use ratatui::style::{Color, Modifier};
    use termprofile::TermProfile;
    for id in ["clair", "sombre", "projecteur", "contraste"] {
        for (profile, coloured) in [(TermProfile::Ansi16, true), (TermProfile::NoColor, false)] {
            let theme = theme::Themes::new(profile, Vec::new()).get(id);
            assert_eq!(theme.id, id);
            for (role, ..) in theme::Role::ALL {
                let style = theme.style(role);
                let reversed = style.add_modifier.contains(Modifier::REVERSED);
                assert_eq!(
                    reversed,
                    role == theme::Role::Selected,
                    "{id} {role:?}: the cursor's line is told by its reverse"
                );
                assert_eq!(style.fg.is_some(), coloured && !reversed, "{id} {role:?}");
                assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))), "{id} {role:?}");
                assert!(style.fg.is_none() || style.fg != style.bg, "{id} {role:?} is seen in sixteen colours");
            }
        }
    }
}

#[test]
fn a_theme_is_shown_while_one_chooses() {
    let mut driver = Driver::demo();
    driver.keys("F2");
    assert!(driver.screen().contains("Les thèmes sont à Ctrl-T"), "{}", driver.screen());
    driver.keys("Ctrl-T Bas");
    assert_eq!(driver.app.themes.0.id, "sombre");
    driver.keys("Échap");
    assert_eq!(driver.app.themes.0.id, "clair", "giving up puts the theme back");
    driver.keys("Ctrl-T").typed("contraste");
    assert_eq!(driver.app.themes.0.id, "contraste");
    driver.keys("Entrée");
    assert_eq!(
        (driver.app.themes.0.id.as_str(), driver.effects.first()),
        ("contraste", Some(&Effect::RememberTheme("contraste".into())))
    );
}
