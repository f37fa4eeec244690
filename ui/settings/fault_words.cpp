// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fault_words.h"

#include "app/words/label.h"
#include "app/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace kpwatch {

namespace {

constexpr int longestFault = 300;

// The halves of the readers' sentences (app/json_reader.cpp, settings.cpp, watchlist_json.cpp, watchlist_probe.cpp; of
// whole files also app/evidence/observation_file.cpp, chart_export.cpp and ui/export/chart_in_png.cpp).
constexpr const char* halves[] = {
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not an object"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write {...} here"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a key known here"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "remove it or use one of %1"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is missing"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "add it"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a list"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write [...] here"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a text"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write it in double quotes"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is empty"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give it a text or remove the key"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is longer than %1 bytes"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "shorten it"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "contains a control character"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "remove it"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a whole number"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a number"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write a number from %1 to %2"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is out of range"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not true or false"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write true or false"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "has more than 10 entries"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "keep at most 10 re-checks"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not later than the one before"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "list the seconds in rising order"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a setting"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "remove it or correct its name"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "confirm_failures_alone is less than confirm_failures"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "a target alone needs at least as many"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not a short name"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use a-z, 0-9 and single dashes, at most 64 characters"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "\"own-line\" is the lane of our own connection"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "choose another short name"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is the name of an earlier site"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is the name of an earlier one"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give each its own"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is for controls"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "what a watched site answers is theirs: leave it out"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a layer"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use http, dns, tcp, mail or route"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not a side"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use china, russia, both or unknown"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 tells only of the way there"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use route or leave the key out"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is the name of no web site in this list"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write its address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "has both a site and a group"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "has neither a site nor a group"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give it exactly one of \"site\" and \"group\""),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not among the sites"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "add it to \"sites\""),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is the name of a site"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "choose another"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not a ring"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use line, long-haul, transit-china, transit-russia or negative"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 proves nothing"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use http, dns, tcp or smtp for a control"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "asks every %1 s"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "asks every %1 s by the settings"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "30 s is the shortest except for loopback addresses"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give it an \"interval_s\" of at least 30"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is neither a host name nor an address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "correct the host in it"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "names a host but the probe has no \"resolve\""),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "add \"resolve\": {\"servers\": [...]} with the name servers to ask"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "expects nothing"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give it a \"status\", a \"text\" of the page, or both"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not a domain name"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write it as \"kp\" or \"kcna.kp\""),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not a record type asked for here"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use SOA, A, AAAA, NS, MX or TXT"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "correct it"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write {\"kind\": ...}"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not a kind of probe"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use http, dns, tcp, smtp, ping or trace"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is a documentation address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "only controls of the ring \"negative\" may use it"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is a private or special address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "it cannot be dialled at all, use another"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use a public one or set \"allow_private\": true"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not an address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write it as numbers, such as 175.45.176.15"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "name at least one name server by its address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is not a web address"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write it as http://host/ or https://host/"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "carries a user name"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "remove everything up to the @"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "has no usable port after the colon"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write a number from 1 to 65535"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is not valid JSON at line %1, column %2"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "correct it there"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "there is no such file"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "check its path"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "cannot be opened (%1)"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "check its permissions"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "check the path and its permissions"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is a directory"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give the path of a file"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give the path of an observation file"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is larger than %1 MiB"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "this is not such a file"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "its description is longer than %1 bytes"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "this is no chart of ours"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords",
                      "carries nothing that says what it shows: it is no PNG that KPWatch saved, or somebody saved it "
                      "anew without that"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "open the original file"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "holds no rows"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "its first line is nested too deeply"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "give an observation file"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "is of another version of observation files"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "this program reads version 1"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "reading stopped (%1)"),
    QT_TRANSLATE_NOOP("kpwatch::FaultWords", "check the disk it lies on"),
};

// What a form calls otherwise: it knows no keys, quotation marks and braces.
struct InForm {
    const char *file, *form;
};
constexpr InForm inForms[] = {
    {"is missing", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "still empty")},
    {"add it", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "fill it in")},
    {"is empty", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "still empty")},
    {"give it a text or remove the key", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "fill it in")},
    {"is longer than %1 bytes", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "longer than %1 bytes")},
    {"contains a control character", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "there is a control character in it")},
    {"is not a whole number", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "not a whole number")},
    {"is not a number", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "not a number")},
    {"is not later than the one before",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "one is not later than the one before")},
    {"confirm_failures_alone is less than confirm_failures",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "fewer than where others are silent as well")},
    {"%1 is not a short name", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is no name for files")},
    {"choose another short name", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "choose another name")},
    {"%1 is the name of an earlier one", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "%1 is taken already")},
    {"give each its own", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "choose another name")},
    {"asks every %1 s", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "every %1 s is too often")},
    {"asks every %1 s by the settings",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "every %1 s, as the settings say, is too often")},
    {"give it an \"interval_s\" of at least 30",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write 30 or more under “Asked every (s)”")},
    {"names a host but the probe has no \"resolve\"",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "it holds a name, and nobody is given who knows its address")},
    {"add \"resolve\": {\"servers\": [...]} with the name servers to ask",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write whom to ask under “Its name servers”")},
    {"expects nothing", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "nothing is known of its answer")},
    {"give it a \"status\", a \"text\" of the page, or both",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "write its status, a text of the page, or both")},
    {"only controls of the ring \"negative\" may use it",
     QT_TRANSLATE_NOOP("kpwatch::FaultWords", "only controls of “Addresses that nobody has” may use it")},
    {"use a public one or set \"allow_private\": true", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "use a public one")},
    {"carries a user name", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "there is a user name in it")},
    {"has no usable port after the colon", QT_TRANSLATE_NOOP("kpwatch::FaultWords", "no usable port after the colon")},
};

QString translated(const char* half) { return QCoreApplication::translate("kpwatch::FaultWords", half); }

// What stands for %1 and %2 in it; nullopt: it is another.
std::optional<QStringList> valuesIn(const QString& text, const char* half) {
    QString pattern = QRegularExpression::escape(QLatin1String(half));
    for (const char* const place : {"\\%1", "\\%2"})
        pattern.replace(QLatin1String(place), QStringLiteral("(.+)"));
    const QRegularExpressionMatch match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
    return match.hasMatch() ? std::optional(match.capturedTexts().sliced(1)) : std::nullopt;
}

QString filled(const char* half, const QStringList& values) {
    QString said = translated(half);
    for (qsizetype i = 0; i < values.size(); ++i)
        said.replace(QStringLiteral("%%1").arg(i + 1), values.at(i));
    return said;
}

QString halfWords(const QString& text) {
    for (const char* const half : halves)
        if (const std::optional<QStringList> values = valuesIn(text, half))
            return filled(half, *values);
    return text;
}

QString halfInForm(const QString& text) {
    for (const InForm& each : inForms)
        if (const std::optional<QStringList> values = valuesIn(text, each.file))
            return filled(each.form, *values);
    return halfWords(text);
}

} // namespace

QString faultWords(const std::string& sentence) {
    const QString said = words::cleaned(sentence, longestFault);
    const qsizetype wayOut = said.lastIndexOf(QLatin1String("; "));
    if (wayOut < 0)
        return said;
    // A key has neither spaces nor quotation marks; a reason begins with one of them soon. A file may come before it.
    static const QRegularExpression key(QStringLiteral("^(?:/.+?: )?(?:[^ \"]+: )*"));
    const qsizetype reason = key.match(said).capturedLength();
    return said.left(reason) + halfWords(said.mid(reason, wayOut - reason)) + QStringLiteral("; ") +
           halfWords(said.mid(wayOut + 2));
}

QString faultInForm(const DraftFault& fault, const QString& named) {
    QString said = words::cleaned(fault.sentence, longestFault);
    if (const QString key = words::cleaned(fault.key) + QStringLiteral(": "); said.startsWith(key))
        said.remove(0, key.size());
    const qsizetype wayOut = said.lastIndexOf(QLatin1String("; "));
    if (wayOut < 0)
        return said;
    const QString sentence = halfInForm(said.left(wayOut)) + QStringLiteral("; ") + halfInForm(said.mid(wayOut + 2));
    return named.isEmpty() ? sentence : named + QStringLiteral(": ") + sentence;
}

QString faultInList(const DraftFault& fault, const WatchlistDraft& list) {
    for (const DraftPart part : {DraftPart::Targets, DraftPart::Controls})
        for (std::size_t i = 0; i < list.count(part); ++i)
            if (isOf(fault, {part, i})) {
                const DraftEntry entry = list.entry({part, i});
                return faultInForm(fault, words::label(entry.label.empty() ? entry.id : entry.label));
            }
    return faultWords(fault.sentence);
}

} // namespace kpwatch
