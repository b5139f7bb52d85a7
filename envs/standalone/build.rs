//! Makes sure that the folders of the built apps exist, so that the services compile before the apps are built.

fn main() {
    for app in ["organizer-ui", "participant-app"] {
        let folder = format!("../../{app}/dist");
        // When this fails, embedding fails right after with a message that names the folder.
        let _ = std::fs::create_dir_all(&folder);
        println!("cargo:rerun-if-changed={folder}");
    }
}
