//! Gives the program for Windows its icon, its version, and a manifest.

use std::{env, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=packaging/arrimage.ico");
    println!("cargo:rerun-if-changed=packaging/arrimage.manifest");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") || env::var("PROFILE").as_deref() != Ok("release") {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set_icon("packaging/arrimage.ico")
        .set_manifest_file("packaging/arrimage.manifest")
        .set_language(0x0c0c)
        .set("ProductName", "Arrimage")
        .set("FileDescription", "Arrimage, pour le comité d’insertion")
        .set("LegalCopyright", "Licence MIT")
        .compile()
}
