//! Which cloud a folder is in, by the names that clouds give to their own folders.

use std::path::Path;

use crate::domain::value::text::fold;

/// A cloud that carries folders from one computer to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cloud {
    /// The one that service centres give to schools.
    OneDrive,
    /// Another one, by its name.
    Other(&'static str),
}

/// The cloud whose folder a path is in, if its name says so.
pub fn of(path: &Path) -> Option<Cloud> {
    path.components().find_map(|part| {
        let name = fold(&part.as_os_str().to_string_lossy());
        let begins =
            |with: &str| name == with || name.starts_with(&format!("{with} ")) || name.starts_with(&format!("{with}-"));
        match () {
            () if begins("onedrive") || begins("sharepoint") => Some(Cloud::OneDrive),
            () if begins("dropbox") => Some(Cloud::Other("Dropbox")),
            () if begins("google drive") || begins("googledrive") || name == "mon drive" || name == "my drive" => {
                Some(Cloud::Other("Google Drive"))
            }
            () if name == "mobile documents" || begins("icloud drive") || begins("iclouddrive") => {
                Some(Cloud::Other("iCloud"))
            }
            () => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cloud_is_known_by_its_folder() {
        for (path, cloud) in [
            ("/home/a/Dropbox/ecole", Some(Cloud::Other("Dropbox"))),
            ("/Users/a/Library/CloudStorage/GoogleDrive-a@x.ca/Mon Drive/ecole", Some(Cloud::Other("Google Drive"))),
            ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/ecole", Some(Cloud::Other("iCloud"))),
            ("/Users/a/OneDrive - CSS des Rapides/ecole", Some(Cloud::OneDrive)),
            ("/home/a/dropboxes/ecole", None),
            ("/home/a/Documents/ecole", None),
        ] {
            assert_eq!(of(Path::new(path)), cloud, "{path}");
        }
    }
}
