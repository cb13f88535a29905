//! Makes what a browser gets from us: one stylesheet, one script, the fonts and the icon, named after their content,
//! compressed beforehand and embedded in the program. Packages are installed in cargo's output folder; the source tree
//! stays as it was cloned.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// Where the server mounts the files; stands in the stylesheet's addresses of fonts.
const MOUNT: &str = "/_/";
/// Browsers from 2023 on; older ones get a plainer page.
const BROWSERS: &str = "--target=chrome111,firefox113,safari16.4";
/// Typefaces for the PDF, which cannot use the variable font of the web.
const PDF_FONTS: [&str; 4] = [
    "400Regular/Inter_400Regular.ttf",
    "400Regular_Italic/Inter_400Regular_Italic.ttf",
    "600SemiBold/Inter_600SemiBold.ttf",
    "700Bold/Inter_700Bold.ttf",
];
/// Node has both compressions built in, so no further package is needed.
const COMPRESS: &str = "const z = require('zlib'), fs = require('fs'); \
    for (const file of process.argv.slice(1)) { const bytes = fs.readFileSync(file); \
    fs.writeFileSync(file + '.gz', z.gzipSync(bytes, { level: 9 })); \
    fs.writeFileSync(file + '.br', z.brotliCompressSync(bytes)) }";

/// What went wrong, in lines for the person who builds.
struct Failure(String);

type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    fn file(path: &Path, cause: &io::Error) -> Self {
        Self(format!("cannot use {}: {cause}", path.display()))
    }

    fn missing(program: &str) -> Self {
        Self(format!(
            "{program} was not found. The web pages are built with Node.js 20 or newer and its npm.\n\
             Install them (https://nodejs.org, or `apt install nodejs npm`), see that `{program} --version` answers, and build again."
        ))
    }

    fn output(what: &str, output: &Output, mend: &str) -> Self {
        let text = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let last = lines[lines.len().saturating_sub(12)..].join("\n");
        Self(format!("{what} failed. {mend}\n{last}"))
    }
}

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(text)) => {
            for line in text.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<()> {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let assets = manifest.join("../../assets");
    for name in ["package.json", "package-lock.json"] {
        println!("cargo::rerun-if-changed={}", manifest.join(name).display());
    }
    for name in ["css", "js", "icons"] {
        println!("cargo::rerun-if-changed={}", assets.join(name).display());
    }
    install_packages(&manifest, &out)?;
    let embedded = out.join("embedded");
    bundle(&assets, &out, &embedded)?;
    write_table(&out, &embedded)
}

/// Runs `npm ci` unless the lock file is the one that was installed last.
fn install_packages(manifest: &Path, out: &Path) -> Result<()> {
    let lock = manifest.join("package-lock.json");
    let wanted = read(&lock)?;
    let done = out.join("installed-lock.json");
    if fs::read(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    copy(&manifest.join("package.json"), &out.join("package.json"))?;
    copy(&lock, &out.join("package-lock.json"))?;
    run("node", Command::new("node").arg("--version"))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = run(
        npm,
        Command::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"])
            // fails within a minute when there is no network, instead of several
            .args([
                "--fetch-retries=2",
                "--fetch-retry-mintimeout=2000",
                "--fetch-retry-maxtimeout=10000",
            ])
            .current_dir(out),
    )?;
    if !output.status.success() {
        let mend = "The first build fetches five packages: check the network (or the registry set in .npmrc) and build again.";
        return Err(Failure::output("npm ci for the web pages", &output, mend));
    }
    write(&done, &wanted)
}

/// Lets esbuild join and minify the stylesheets and the script, and copies the icon beside them.
fn bundle(assets: &Path, out: &Path, embedded: &Path) -> Result<()> {
    let raw = out.join("bundled");
    for folder in [&raw, &embedded.to_path_buf()] {
        match fs::remove_dir_all(folder) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(Failure::file(folder, &cause)),
            _ => fs::create_dir_all(folder).map_err(|cause| Failure::file(folder, &cause))?,
        }
    }
    let stylesheet = out.join("site.css");
    write(&stylesheet, entry_stylesheet(assets).as_bytes())?;
    let output = run(
        "node",
        Command::new("node")
            .arg(out.join("node_modules/esbuild/bin/esbuild"))
            .arg(&stylesheet)
            .arg(assets.join("js/site.js"))
            .args(["--bundle", "--minify", "--charset=utf8", "--log-level=warning", BROWSERS])
            .args(["--loader:.woff2=file", "--asset-names=[name]-[hash]", "--entry-names=[name]"])
            .arg(format!("--public-path={MOUNT}"))
            .arg(format!("--outdir={}", raw.display()))
            .env("NODE_PATH", out.join("node_modules"))
            .current_dir(out),
    )?;
    if !output.status.success() {
        return Err(Failure::output(
            "esbuild",
            &output,
            "Something in assets/css or assets/js is wrong:",
        ));
    }
    paper_is_light(&raw.join("site.css"))?;
    copy(&assets.join("icons/favicon.svg"), &raw.join("favicon.svg"))?;
    for path in files_in(&raw)? {
        let bytes = read(&path)?;
        write(&embedded.join(hashed_name(&path, &bytes)), &bytes)?;
    }
    compress(embedded)
}

/// The charts' stylesheet is another's; without it the site still builds.
fn entry_stylesheet(assets: &Path) -> String {
    let css = assets.join("css");
    let mut text = format!("@import {:?};\n", css.join("site.css").display().to_string());
    if css.join("chart.css").is_file() {
        let _ = writeln!(text, "@import {:?} layer(vk.chart);", css.join("chart.css").display().to_string());
    }
    text
}

/// Designsystemet follows the screen's dark mode on paper too; paper is always light.
fn paper_is_light(stylesheet: &Path) -> Result<()> {
    let dark = "@media(prefers-color-scheme:dark)";
    let text = String::from_utf8_lossy(&read(stylesheet)?).into_owned();
    if !text.contains(dark) {
        let what = "the stylesheet has no dark mode in the form that esbuild writes: see paper_is_light in build.rs";
        return Err(Failure(what.into()));
    }
    write(
        stylesheet,
        text.replace(dark, "@media screen and (prefers-color-scheme:dark)").as_bytes(),
    )
}

/// `site.css` becomes `site-<hash>.css`; fonts have got their hash from esbuild, since the stylesheet names them.
fn hashed_name(path: &Path, bytes: &[u8]) -> String {
    let name = file_name(path);
    match name.rsplit_once('.') {
        Some((stem, extension)) if extension != "woff2" => format!("{stem}-{}.{extension}", &hex(bytes)[..12]),
        _ => name,
    }
}

fn compress(embedded: &Path) -> Result<()> {
    let texts = files_in(embedded)?
        .into_iter()
        .filter(|path| path.extension().is_none_or(|extension| extension != "woff2"));
    let output = run("node", Command::new("node").arg("-e").arg(COMPRESS).arg("--").args(texts))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(Failure::output("compressing the pages' files", &output, ""))
    }
}

/// Writes the Rust source that `src/assets.rs` includes.
fn write_table(out: &Path, embedded: &Path) -> Result<()> {
    let files = files_in(embedded)?;
    let originals = files
        .iter()
        .filter(|path| path.extension().is_none_or(|extension| extension != "gz" && extension != "br"));
    let mut table = String::from("static ASSETS: &[Asset] = &[\n");
    let mut fonts = Vec::new();
    let mut constants = String::new();
    for path in originals {
        let name = file_name(path);
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let url = format!("{MOUNT}{name}");
        match extension.as_str() {
            "css" => writeln!(constants, "const STYLESHEET: &str = {url:?};"),
            "js" => writeln!(constants, "const SCRIPT: &str = {url:?};"),
            "svg" => writeln!(constants, "const ICON: &str = {url:?};"),
            _ => Ok(()),
        }
        .unwrap_or_default();
        if name.contains("latin-wght-normal") {
            fonts.push(url.clone());
        }
        table.push_str(&row(path, &url, content_type(&extension)?, &read(path)?));
    }
    let _ = writeln!(table, "];\n{constants}const FONTS: &[&str] = &{fonts:?};\n{}", pdf_fonts(out)?);
    write(&out.join("assets.rs"), table.as_bytes())
}

fn row(path: &Path, url: &str, content_type: &str, bytes: &[u8]) -> String {
    let compressed = |suffix: &str| {
        let file = PathBuf::from(format!("{}.{suffix}", path.display()));
        if file.is_file() {
            format!("Some(include_bytes!({:?}))", file.display().to_string())
        } else {
            "None".into()
        }
    };
    let etag = format!("\"{}\"", &hex(bytes)[..20]);
    format!(
        "Asset {{ path: {url:?}, bytes: include_bytes!({:?}), gzip: {}, brotli: {}, content_type: {content_type:?}, etag: {etag:?} }},\n",
        path.display().to_string(),
        compressed("gz"),
        compressed("br"),
    )
}

fn pdf_fonts(out: &Path) -> Result<String> {
    let folder = out.join("node_modules/@expo-google-fonts/inter");
    let mut text = format!("static PDF_FONTS: [&[u8]; {}] = [\n", PDF_FONTS.len());
    for font in PDF_FONTS {
        let path = folder.join(font);
        fs::metadata(&path).map_err(|cause| Failure::file(&path, &cause))?;
        let _ = writeln!(text, "include_bytes!({:?}),", path.display().to_string());
    }
    Ok(text + "];")
}

fn content_type(extension: &str) -> Result<&'static str> {
    match extension {
        "css" => Ok("text/css; charset=utf-8"),
        "js" => Ok("text/javascript; charset=utf-8"),
        "svg" => Ok("image/svg+xml"),
        "woff2" => Ok("font/woff2"),
        other => Err(Failure(format!("build.rs knows no content type for .{other} files"))),
    }
}

fn run(program: &str, command: &mut Command) -> Result<Output> {
    command.output().map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => Failure::missing(program),
        _ => Failure(format!("cannot run {program}: {cause}")),
    })
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|cause| Failure::file(folder, &cause))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|cause| Failure::file(path, &cause))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|cause| Failure::file(path, &cause))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).map_err(|cause| Failure::file(from, &cause))
}
