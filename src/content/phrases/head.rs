//! The head of a file of sentences: what its language is called, and where.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use tinystr::TinyAsciiStr;

/// The sentence at the head of a language's file.
pub(super) const SENTENCE: &str = "language";

/// How long a language's name in settings may be; the longest of ours is "portuguese". In bytes.
pub(super) const NAME_LIMIT: usize = 24;

/// What Discord's client speaks, by the reference of its developers ("Locales"). It refuses commands in any other.
const LOCALES: &str = "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk \
    hi th zh-CN ja zh-TW ko";

/// What settings or a button's id call a language.
pub type LanguageName = TinyAsciiStr<NAME_LIMIT>;

/// What a language that the bot speaks is called, and where.
///
/// ```ftl
/// language = español
///     .setting = spanish
///     .place = 4
///     .discord = es-ES es-419
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its tag, after which its file is named: `pt-BR`.
    pub tag: String,
    /// Its own name, as those who speak it write it; its tag, if the file does not tell.
    pub own_name: String,
    /// What settings call it, in databases and files; its tag in small letters, if the file does not tell.
    pub setting: LanguageName,
    /// Where it stands among the others in a menu, from 1; behind them, if the file does not tell.
    pub place: usize,
    /// What Discord calls it; nothing, where Discord's own client does not speak it.
    pub locales: Vec<String>,
}

impl Head {
    /// The head of a file of this `tag`.
    ///
    /// # Errors
    ///
    /// What is wrong in it, and what to write instead.
    pub(super) fn read(
        tag: &str,
        bundle: &FluentBundle<FluentResource>,
    ) -> Result<Head, (String, String)> {
        let head = bundle.get_message(SENTENCE);
        let said = |pattern| {
            bundle
                .format_pattern(pattern, None, &mut Vec::new())
                .into_owned()
        };
        let told = |name: &str| {
            let told = head.as_ref()?.get_attribute(name)?;
            Some(said(told.value()))
        };
        let own_name = head.as_ref().and_then(|head| head.value()).map(said);
        let setting = told("setting").unwrap_or_else(|| tag.to_ascii_lowercase());
        let place = told("place").and_then(|place| place.parse().ok());
        let locales = told("discord").unwrap_or_default();
        let locales: Vec<String> = locales.split_whitespace().map(str::to_owned).collect();
        let known = |locale: &&String| LOCALES.split(' ').any(|known| known == *locale);
        if let Some(unknown) = locales.iter().find(|locale| !known(locale)) {
            let what = format!("Discord has no language `{unknown}`");
            return Err((what, format!("write some of these, or nothing: {LOCALES}")));
        }
        let Some(name) = name(&setting) else {
            let what = format!("settings cannot call a language `{setting}`");
            let instead = format!("write small letters and hyphens, at most {NAME_LIMIT}");
            return Err((what, instead));
        };
        Ok(Head {
            tag: tag.to_owned(),
            own_name: own_name.unwrap_or_else(|| tag.to_owned()),
            setting: name,
            place: place.unwrap_or(usize::MAX),
            locales,
        })
    }

    /// What a button's id calls it: its tag in small letters.
    pub fn code(&self) -> Option<LanguageName> {
        name(&self.tag.to_ascii_lowercase())
    }
}

/// `text`, if it can be a name: small letters, digits and hyphens.
fn name(text: &str) -> Option<LanguageName> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fits = !text.is_empty() && text.chars().all(fits);
    text.parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use crate::content::Phrases;
    use std::path::Path;

    #[test]
    fn a_file_tells_what_its_language_is_called() {
        let mut phrases = Phrases::none();
        let told = "language = Deutsch\n    .setting = german\n    .place = 3\n    .discord = de\n";
        assert!(phrases.add(Path::new("de-AT.ftl"), told).is_empty());
        assert!(
            phrases
                .add(Path::new("so.ftl"), "language = Soomaali\n")
                .is_empty()
        );
        let heads: Vec<_> = phrases.heads().collect();
        assert_eq!(heads[0].own_name, "Deutsch");
        assert_eq!(heads[0].setting, "german");
        assert_eq!(heads[0].code().unwrap(), "de-at");
        assert_eq!(
            (heads[0].place, &*heads[0].locales),
            (3, &["de".to_owned()][..])
        );
        assert_eq!(heads[1].setting, "so");
        assert!(heads[1].locales.is_empty());
    }

    #[test]
    fn what_neither_settings_nor_discord_can_call_a_language_is_a_mistake() {
        for wrong in [
            "setting = Old German",
            "setting = ß",
            "setting = x123456789012345678901234",
            "discord = de-DE",
            "discord = fr xx",
        ] {
            let told = format!("language = Deutsch\n    .{wrong}\n");
            let mistakes = Phrases::none().add(Path::new("de.ftl"), &told);
            assert_eq!(mistakes.len(), 1, "{wrong}: {mistakes:?}");
        }
    }
}
