//! Rules of fields that several inputs share.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{ValidateEmail, ValidationError};

/// An e-mail address in lower case: how it is stored and compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(from = "String")]
#[schema(value_type = String, format = Email, max_length = 254, examples("ada@example.org"))]
pub struct Email(String);

impl From<String> for Email {
    fn from(text: String) -> Self {
        let text = text.trim().to_lowercase();
        match text.rsplit_once('@') {
            Some((user, domain)) if !domain.is_ascii() => Self(format!("{user}@{}", ascii_domain(domain))),
            _ => Self(text),
        }
    }
}

/// A domain in the form that mail servers use, so that its two spellings are one address.
fn ascii_domain(domain: &str) -> String {
    let url = reqwest::Url::parse(&format!("http://{domain}")).ok();
    let host =
        url.as_ref().and_then(|url| url.host_str().filter(|host| url.as_str() == format!("http://{host}/")));
    host.unwrap_or(domain).to_owned()
}

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Longest e-mail address that can be delivered to, in bytes (RFC 5321 with its erratum 1690).
const EMAIL_BYTES: usize = 254;

fn refuse(reason: &'static str) -> Result<(), ValidationError> {
    Err(ValidationError::new("refused").with_message(Cow::Borrowed(reason)))
}

/// An e-mail address.
pub fn email(email: &Email) -> Result<(), ValidationError> {
    if email.0.len() <= EMAIL_BYTES && email.0.is_ascii() && email.0.validate_email() {
        Ok(())
    } else {
        refuse("must be an e-mail address")
    }
}

/// One line of text: not blank, no control characters.
pub fn line(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return refuse("must not be blank");
    }
    if text.chars().any(char::is_control) {
        return refuse("must not hold line breaks or other control characters");
    }
    Ok(())
}

/// A telephone number as people write it.
pub fn phone(text: &str) -> Result<(), ValidationError> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plausible = text.chars().all(|c| c.is_ascii_digit() || " +-/().".contains(c));
    if plausible && (3..=20).contains(&digits) && text.len() <= 32 {
        Ok(())
    } else {
        refuse("must be a telephone number of 3 to 20 digits, such as +49 30 123456")
    }
}

/// A language tag (BCP 47), such as `de` or `en-GB`.
pub fn locale(text: &str) -> Result<(), ValidationError> {
    let subtag = |tag: &str| (1..=8).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric());
    let language = text.split('-').next().unwrap_or_default();
    let begins = language.len() >= 2 && language.chars().all(|c| c.is_ascii_alphabetic());
    if begins && text.len() <= 35 && text.split('-').all(subtag) {
        Ok(())
    } else {
        refuse("must be a language tag, such as de or en-GB")
    }
}

/// A web address that is safe to link to.
pub fn website(text: &str) -> Result<(), ValidationError> {
    let web =
        reqwest::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if web && text.len() <= 200 && !text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        Ok(())
    } else {
        refuse("must be a web address of at most 200 characters, such as https://example.org")
    }
}

/// Tells "not sent" from "sent as null": null clears the field.
pub fn clearable<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(Email::from(" Ada@Example.ORG ".to_owned()).as_str(), "ada@example.org");
        assert!(email(&Email::from("ada@example.org".to_owned())).is_ok());
        assert_eq!(Email::from("ada@BÜCHER.example".to_owned()).as_str(), "ada@xn--bcher-kva.example");
        for wrong in ["ada", "@example.org", "ädä@example.org", "ada@exa mple.örg", "ada@ö/x.org", "a@b@c.ö"]
        {
            assert!(email(&Email::from(wrong.to_owned())).is_err(), "{wrong}");
        }
        assert!(email(&Email::from(format!("a@{}.org", "x".repeat(250)))).is_err());
    }

    #[test]
    fn lines_phones_and_locales() {
        assert!(line("Ada Lovelace").is_ok());
        assert!(line(" \u{2003}").is_err());
        assert!(line("a\nb").is_err());
        assert!(phone("+49 (30) 123-456").is_ok());
        assert!(phone("call me").is_err());
        assert!(phone("12").is_err());
        assert!(locale("de").is_ok());
        assert!(locale("zh-Hans-CN").is_ok());
        assert!(locale("d").is_err());
        assert!(locale("en_GB").is_err());
        assert!(locale("en-").is_err());
    }

    #[test]
    fn a_website_is_never_a_script() {
        assert!(website("https://example.org/x").is_ok());
        assert!(website("javascript:alert(1)").is_err());
        assert!(website("example.org").is_err());
        assert!(website("https://a b").is_err());
    }
}
