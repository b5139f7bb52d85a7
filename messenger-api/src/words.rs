//! The words that tables and answers use for the values of an enum: written once, read and written alike.

/// Gives an enum its words: `as_str`, and reading them again.
macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),* $(,)? }) => {
        impl $name {
            /// The word that tables and answers use.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = sqlx::Error;

            fn from_str(word: &str) -> Result<Self, sqlx::Error> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    other => Err(sqlx::Error::Decode(format!("`{other}` is unknown here").into())),
                }
            }
        }
    };
}
pub(crate) use words;
