//! The name of every sentence that we say: the code asks for no other, and nobody asks for one that is not here.

/// Every name, once, in alphabetical order.
pub fn sentences() -> impl Iterator<Item = &'static str> {
    SENTENCES.split_whitespace()
}

const SENTENCES: &str = "
about-author about-author-unknown about-bot about-forget about-private about-source amiss amiss-without-next
article-as-everywhere article-none article-usual ask-in ask-in-yours asked-for blamed button-again button-amiss
button-answer button-back button-bring-in button-care-line button-check-again button-clear button-clear-yes
button-contents button-delete button-dismiss button-edit-words button-export button-forget button-helpline button-hide
button-import button-keep button-leave button-look button-meant button-next button-numbers button-offer button-offered
button-other-section button-pace button-panel button-previous button-privacy button-related button-reset
button-reset-taught button-rest button-send button-share button-share-with button-show button-support button-teach
button-teach-this button-terms button-undo button-whole change-all change-reset channels-all-but channels-everywhere
choice-embeds choice-everyone choice-only-me choice-plain clinic closing-advice closing-always closing-when-sure
command-article command-ask command-ask-name command-ask-question command-ask-visible command-find command-help
command-help-name command-language command-numbers command-privacy command-privacy-delete command-privacy-name command-read
command-read-name command-read-section command-review command-settings command-settings-export command-settings-file
command-settings-history command-settings-import command-settings-panel command-settings-reset command-setup
command-style command-taught command-test command-test-question company confidence-balanced confidence-careful
confidence-generous contents did-you-mean doctor doctor-automod doctor-automod-swallows doctor-channels
doctor-commands doctor-gone doctor-ill doctor-mentions doctor-more doctor-posts doctor-reports doctor-sensitive
doctor-test doctor-well exported few find-wordless fine forgotten form-answer form-answer-words form-care-line
form-edit-words form-import form-pace form-pace-hour form-pace-minute form-send form-send-words from-moderators
gate-advise gate-age-restricted greeting hello hello-such-as help help-moderators helplines-none hint history-empty
history-gone history-undone import-about import-care import-id import-key import-kind import-known import-left
import-lesson import-line import-meant import-old import-refused import-same import-taught import-toml import-value
introduction language-en language-es language-follow language-fr language-name language-pt-br language-sw likely
likely-others line-preview line-preview-none mentioned-by-button mentioned-in-public mentions-everywhere
mentions-nowhere menu-contents menu-helplines menu-pages menu-place menu-setting menu-teach menu-unteach
moderators-none no-edition nobody none not-in-article not-shared nowhere offer offer-done offer-impossible offer-stands onward
other-language other-language-than overview overview-others pace page-answers page-answers-about page-article-in-about
page-articles page-articles-about page-care page-care-about page-channels page-channels-about page-history
page-history-about page-mentions page-mentions-about page-of page-people page-people-about page-reports
page-reports-about page-reset page-reset-about panel panel-about panel-changed-meanwhile panel-pick panel-saved
permission-commands permission-embed permission-history permission-send permission-threads permission-view
pick-all-but pick-article-in pick-ignored pick-moderators pick-only pick-person pick-posts pick-review privacy
quoted-in refusal-age-restricted refusal-clash refusal-disk-full refusal-everyone refusal-ignored refusal-large-file
refusal-lesson-gone refusal-lesson-known refusal-lessons-full refusal-line-harms refusal-line-masks refusal-line-pings
refusal-line-too-long refusal-list-full refusal-newer refusal-no-database refusal-no-file refusal-no-review
refusal-not-here refusal-not-moderator refusal-not-yours refusal-not-yours-to-delete refusal-nothing-to-import
refusal-only-in-servers refusal-pace refusal-place refusal-read-only refusal-review-full refusal-sent-enough
refusal-shared-enough refusal-too-quick-minutes refusal-too-quick-seconds refusal-trouble refusal-unfit
refusal-unknown-article refusal-unknown-command refusal-unknown-press refusal-unread refusal-unreadable refusal-unsure
refusal-wordless related reset-taught review-answered review-arrived review-busy review-care review-change
review-changes review-changes-nothing review-choose review-dismissed review-gone review-known review-not-deleted
review-nothing review-now-and-then review-sent review-shared review-taught review-unanswerable review-waiting
review-weigh review-words review-words-edited setting-article setting-articles setting-care-line setting-channels
setting-closing setting-confidence setting-gate setting-helplines setting-ignored setting-language setting-mentioned
setting-mentions setting-moderators setting-pace setting-posts setting-review setting-sharing setting-style
setting-visibility setup-channels setup-hello setup-helplines setup-mentions setup-reports setup-step setup-visibility
share-with shared shared-already shared-for sharing-quiet sharing-told somebody span-all-but span-only stands-in
stands-in-other stopped style-embeds style-plain suggested-for tally tally-absent tally-amiss tally-chosen tally-clear
tally-cleared tally-more tally-nothing tally-read tally-shared tally-shown taught taught-gone taught-line
taught-nothing taught-removed teaser tried-care tried-choices tried-clinic tried-like tried-likely tried-next
tried-none tried-order tried-other-language tried-private tried-public tried-read tried-rule tried-sure tried-taught
tried-why tried-wordless tried-words verdict-choice verdict-contents verdict-likely verdict-other-language
verdict-silent visibility-private visibility-public visible-elsewhere visible-private visible-unsure welcome you-asked
";
