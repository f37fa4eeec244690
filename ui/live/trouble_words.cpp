// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/trouble_words.h"

#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/settings/fault_words.h"

#include <QRegularExpression>

#include <optional>
#include <vector>

namespace kpwatch {

using words::Tr;

namespace {

constexpr int longestSentence = 1000; // with its paths
constexpr int places = 4;             // in a sentence, at most

constexpr const char* theRecord = QT_TRANSLATE_NOOP("words", "The record");

// What the program says of its files, without the ways out of a command line; and how a window says it, where that is
// otherwise. %1 to %4 stand for what is filled in; what the window's sentence has no place for stands below it. %0
// stands for what a window leaves out. "The record" is any file of one.
struct Said {
    const char* program;
    const char* window;
};
constexpr Said otherwise[] = {
    {"The record cannot be used, \"%1\": it may come from another version of KPWatch.",
     QT_TRANSLATE_NOOP("words", "The record cannot be used: it may come from another version of KPWatch.")},
    {"The record cannot keep a write-ahead log, its journal mode stays \"%1\": choose a directory on a disk of this "
     "computer.",
     QT_TRANSLATE_NOOP("words", "The record cannot be kept on that disk: choose a folder on a disk of this computer.")},
    {"The record was written by a newer KPWatch (schema %1, this one reads %2): it is read as far as it can be, and "
     "nothing is written; use that version to go on.",
     QT_TRANSLATE_NOOP("words",
                       "The record was written by a newer KPWatch: it is read as far as it can be, and nothing "
                       "is written. Use that version to go on.")},
    {"The record was written by a newer KPWatch (schema %1, this one writes %2): use that version.",
     QT_TRANSLATE_NOOP("words", "The record was written by a newer KPWatch: use that version.")},
    {"The record is of an older KPWatch (schema %1): start watching once with this version, which brings it up to "
     "date.",
     QT_TRANSLATE_NOOP("words",
                       "The record is of an older KPWatch: start watching once with this version, which brings "
                       "it up to date.")},
    {"%1 is of an older KPWatch (schema %2): go on with it in a folder of its own, which is brought up to date.",
     QT_TRANSLATE_NOOP("words", "%1 is of an older KPWatch and cannot be shown. Go on with it: it is brought up to "
                                "date in its new place.")},
    {"The record could not be copied whole (%1): run 'kpwatch doctor'.",
     QT_TRANSLATE_NOOP("words", "The record is damaged and could not be copied whole. Watching repairs it: start it, "
                                "then try again.")},
    {"The record has grown to %1 MiB: another program keeps the record open; close it there. Nothing is lost, it only "
     "takes room.",
     QT_TRANSLATE_NOOP("words", "The log beside the record has grown to %1 MiB: another program keeps the record open; "
                                "close it there. Nothing is lost, it only takes room.")},
    {"the record of %1 holds a check that cannot be handed on (%2): 'kpwatch doctor' looks at it.",
     QT_TRANSLATE_NOOP("words", "The record in %1 holds a check that cannot be handed on.")},
    {"%1 cannot be made or written, \"%2\": free some space on that disk.",
     QT_TRANSLATE_NOOP("words", "%1 cannot be made or written: free some space on that disk.")},
    {"%1 cannot be made or written, \"%2\": make its directory writable for yourself.",
     QT_TRANSLATE_NOOP("words", "%1 cannot be made or written: make its folder writable for yourself.")},
    {"%1 cannot be made or written, \"%2\": check that its directory exists and can be written, or choose another one.",
     QT_TRANSLATE_NOOP(
         "words",
         "%1 cannot be made or written. Check that its folder exists and can be written, or choose another one.")},
    {"%1 is to be copied, which takes %2 on the disk of %3: free %4 more.",
     QT_TRANSLATE_NOOP("words",
                       "There is no room for a copy of the record, which takes %2: free %4 more on the disk of %3.")},
    {"Another program%1 already records into %2: end it first.",
     QT_TRANSLATE_NOOP("words", "Another program already records into %2: end it first.")},
    {"The program that records into %1 does not take edits (%2): make them there, or end it first.",
     QT_TRANSLATE_NOOP("words", "The program that records into %1 does not answer: change it there, or end it first.")},
    {"%1: what was seen since is held in memory, and a change now would lose it. Change it once it is saved.",
     QT_TRANSLATE_NOOP("words",
                       "What was seen lately could not be saved yet, and a change now would lose it. Change it "
                       "once it is saved.")},
    {"%1 cannot be used (%2): make it readable and writable for yourself, or move it away.",
     QT_TRANSLATE_NOOP("words", "%1 cannot be used: make it readable and writable for yourself, or move it away.")},
    {"%1 could not be written (%2): make room.", QT_TRANSLATE_NOOP("words", "%1 could not be written: make room.")},
    {"%1 cannot be written (%2): choose another place",
     QT_TRANSLATE_NOOP("words", "%1 cannot be written. Choose another place.")},
    {"%1 cannot be written (%2): is there room on that disk?",
     QT_TRANSLATE_NOOP("words", "%1 cannot be written: is there room on that disk?")},
    {"%1 exists already: choose another name, or remove it first",
     QT_TRANSLATE_NOOP("words", "%1 is there already. Choose another name.")},
    {"%1 exists already: name another file, a backup overwrites nothing",
     QT_TRANSLATE_NOOP("words", "%1 is there already. Choose another name.")},
    {"%1 is there already: choose another name",
     QT_TRANSLATE_NOOP("words", "%1 is there already. Choose another name.")},
    {"%1 is a folder: choose another name, or remove it first",
     QT_TRANSLATE_NOOP("words", "%1 is a folder. Choose another name.")},
    {"-o %1 must end in .jsonl or .csv, which chooses the format",
     QT_TRANSLATE_NOOP("words", "%1 has to end in .jsonl or .csv, which chooses the format.")},
    {"%1 is no picture that can be read (%2): choose a PNG or JPEG",
     QT_TRANSLATE_NOOP("words", "%1 is no picture that can be read. Choose a PNG or JPEG.")},
    {"no incident is called %1: 'kpwatch incidents' lists them",
     QT_TRANSLATE_NOOP("words", "No incident is called %1 any more.")},
    {"the incident %1 lasts longer than %2 days, too long for a pack: 'kpwatch export --from --to' writes a part of "
     "its checks",
     QT_TRANSLATE_NOOP("words", "The incident %1 lasts longer than %2 days, which is too long for a pack.")},
    {"%1 would hold '%2', which is to stay here: take it out of what was written by hand, then pack again",
     QT_TRANSLATE_NOOP("words", "The pack would hold “%2”, which is to stay here. Take it out of what was written by "
                                "hand, then pack again.")},
    {"%1: %2 is missing or too large; this is no pack of ours",
     QT_TRANSLATE_NOOP("words", "%1 is no evidence pack of KPWatch.")},
    {"%1 is no evidence pack: it has no bagit.txt", QT_TRANSLATE_NOOP("words", "%1 is no evidence pack of KPWatch.")},
    {"%1 cannot be confirmed by this program: %2 Nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 cannot be confirmed by this version of KPWatch, and nothing was taken in.")},
    {"%1 is not what was packed: %2 Nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 is not what was packed, and nothing was taken in. Ask for it again.")},
    {"%1 is damaged (%2): ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 is damaged, and nothing was taken in. Ask for it again.")},
    {"%1 does not say whose record it is (vantage.id in its first line): ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 does not say whose record it is, and nothing was taken in. Ask for it again.")},
    {"%1 holds no observations: ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 holds no observations. Ask for it again.")},
    {"%1 says what was seen at %2, which has not come yet: ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 says what was seen at a time that has not come yet, and nothing was taken in. Ask "
                                "for it again.")},
    {"%1 is no .zip that can be read: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 is damaged, and nothing was taken in. Ask for it again.")},
    {"%1 is damaged or no .zip: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 is damaged, and nothing was taken in. Ask for it again.")},
    {"%1 holds '%2', which %0: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 holds “%2”, which has no place in a pack. Nothing was taken in.")},
    {"these observations are our own: this record has them already, or 'kpwatch doctor' and a backup bring them back",
     QT_TRANSLATE_NOOP("words", "These observations are your own. Your record has them already.")},
    {"these observations are simulated, and this record holds real measurements: look at them with 'kpwatch replay'",
     QT_TRANSLATE_NOOP("words", "These observations are simulated, and your record holds real measurements.")},
    {"these observations are real, and this record holds a simulation: name another directory",
     QT_TRANSLATE_NOOP("words", "These observations are real, and this record holds a simulation.")},
    {"%1, line %2: %3; each line is date,title,source, such as 2026-03-05,\"Something happened\",Reuters",
     QT_TRANSLATE_NOOP("words", "Line %2 of %1 cannot be read. Each line is date,title,source, such as "
                                "2026-03-05,\"Something happened\",Reuters.")},
    {"%1: does not begin with a header line; give --watchlist FILE",
     QT_TRANSLATE_NOOP("words", "%1 is no observation file of KPWatch.")},
    {"a note needs words", QT_TRANSLATE_NOOP("words", "A note needs words.")},
    {"a note is at most %1 bytes long: keep the rest elsewhere",
     QT_TRANSLATE_NOOP("words", "A note is at most %1 bytes long. Keep the rest elsewhere.")},
    {"a link begins with https:// or http:// and has no spaces",
     QT_TRANSLATE_NOOP("words", "A link begins with https:// or http:// and has no spaces.")},
    {"The record was not copied: it was stopped.", QT_TRANSLATE_NOOP("words", "Stopped: the record was not copied.")},
    {"The record was not brought up to date: stopped.",
     QT_TRANSLATE_NOOP("words", "Stopped: the record was not brought up to date.")},
    {"%1 did not become whole (%2): run 'kpwatch doctor'.",
     QT_TRANSLATE_NOOP("words", "The backup %1 did not become whole and was removed. The record may be damaged.")},
    {"The record cannot be repaired here, that takes %1: free %2 more on its disk.",
     QT_TRANSLATE_NOOP("words", "There is no room to repair the record, which takes %1: free %2 more on its disk.")},
    {"single checks can be kept for 1 to %1 months, or for ever",
     QT_TRANSLATE_NOOP("words", "Single checks can be kept for 1 to %1 months, or for ever.")},
    {"%1 is a file: name the folder of a record; a copy of one is erased by deleting it",
     QT_TRANSLATE_NOOP("words", "%1 is a file, not the folder of a record: delete the file itself.")},
    {"The program that records into %1 did not make the copy that it was asked for: see what its window says, or end "
     "it and try again.",
     QT_TRANSLATE_NOOP(
         "words",
         "The program that records into %1 did not make the copy: see what its window says, or end it and try again.")},
    {"it only keeps the record open: end it first, and do this then",
     QT_TRANSLATE_NOOP("words", "It only keeps the record open. End it first, and do this then.")},
    {"this version of KPWatch knows no such edit: use the same version for both programs",
     QT_TRANSLATE_NOOP("words",
                       "Its version of KPWatch does not know this change. Use the same version for both programs.")},
    {"what was sent is no judgement that this version of KPWatch knows",
     QT_TRANSLATE_NOOP("words",
                       "Its version of KPWatch does not know this judgement. Use the same version for both programs.")},
    {"another window of KPWatch watches: change this there, or end it first",
     QT_TRANSLATE_NOOP("words", "Another window of KPWatch watches. Change this there, or end it first.")},
    {"the edit is longer than 1 MiB", QT_TRANSLATE_NOOP("words", "This change is longer than 1 MiB.")},
    {"it was refused", QT_TRANSLATE_NOOP("words", "The other program refused it.")},
    {"the list of events is missing in this program: build it again",
     QT_TRANSLATE_NOOP("words", "The list of events is missing in this program. Install it again.")},
    {"the list of reported outages is missing in this program: build it again",
     QT_TRANSLATE_NOOP("words", "The list of reported outages is missing in this program. Install it again.")},
    {"its incident %1 is not told any more", QT_TRANSLATE_NOOP("words", "Its incident %1 is not told any more.")},
    {"these observations are simulated, and would begin a record that is to hold real ones: look at them with 'kpwatch "
     "replay'",
     QT_TRANSLATE_NOOP("words",
                       "These observations are simulated, and would begin a record that is to hold real ones.")},
    {"%1: a place for temporary files is needed (TMPDIR)",
     QT_TRANSLATE_NOOP("words", "There is no place for temporary files: make room on the disk of their folder, or make "
                                "that writable for yourself.")},
    {"the way out \"%1\" %0: write direct, observe, or socks5h://127.0.0.1:9050 with your proxy's address and port",
     QT_TRANSLATE_NOOP(
         "words",
         "“%1” is no way out. Write the address and port of a SOCKS proxy, such as socks5h://127.0.0.1:9050.")},
    {"%1 is empty: nothing was taken from it", QT_TRANSLATE_NOOP("words", "%1 is empty.")},
    {"%1 %0: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 is damaged or no pack of KPWatch, and nothing was taken in. Ask for it again.")},
    {"%1 %0: ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 cannot be taken in. Ask for it again.")},
    {"%1 could not be written (%2): %0", QT_TRANSLATE_NOOP("words", "%1 could not be written.")},
    {"line %1: %0", QT_TRANSLATE_NOOP("words", "Line %1 cannot be read.")},
    {"broken rows", QT_TRANSLATE_NOOP("words", "Some of its lines cannot be read.")},
    {"stopped: nothing was taken in", QT_TRANSLATE_NOOP("words", "Stopped: nothing was taken in.")},
};
constexpr const char* likewise[] = {
    QT_TRANSLATE_NOOP("words",
                      "The record was damaged and is kept as %1. What is seen now is saved in a new file; what "
                      "can be salvaged is being brought back."),
    QT_TRANSLATE_NOOP("words", "The record was damaged, is kept, and could not be repaired yet: %1"),
    QT_TRANSLATE_NOOP("words",
                      "The record was damaged and has been repaired: %1 checks are there again, %2 of %3 pages "
                      "could not be read. The damaged file is kept as %4."),
    QT_TRANSLATE_NOOP("words", "Nothing could be recovered from the record: it is damaged as a whole, or was none. It "
                               "is kept as %1, and watching goes on in a new record."),
    QT_TRANSLATE_NOOP("words", "The record was moved or removed while it was being written, and has been put back into "
                               "%1. If its folder went, its backups and all else that lay in it went along."),
    QT_TRANSLATE_NOOP("words", "Another record lies in %1 now, and watching goes on in it. What was saved until %2 is "
                               "in the file that lay there before: to go on with that one, stop watching, put it back "
                               "and start again. The two cannot be joined."),
    QT_TRANSLATE_NOOP("words", "%1 is on %2, where two programs may not see each other's locks: choose a directory on "
                               "a disk of this computer."),
    QT_TRANSLATE_NOOP("words", "The record cannot grow, the disk is full: free some space on that disk."),
    QT_TRANSLATE_NOOP("words", "The record cannot be read or written, the disk reports an error: check the disk."),
    QT_TRANSLATE_NOOP("words", "The record cannot be written, it or its directory is read-only: make both writable for "
                               "yourself."),
    QT_TRANSLATE_NOOP("words", "The record cannot be opened: check that its directory exists and is yours."),
    QT_TRANSLATE_NOOP("words", "The record is damaged or is no history of KPWatch: keep its directory for salvage."),
    QT_TRANSLATE_NOOP("words", "The record is locked by another program: end that program and try again."),
    QT_TRANSLATE_NOOP("words", "The record does not exist: start watching first, or name another directory."),
    QT_TRANSLATE_NOOP("words", "The record does not exist: name a directory with a record."),
    QT_TRANSLATE_NOOP("words", "The record does not exist: there is nothing yet to judge."),
    QT_TRANSLATE_NOOP("words", "The record is no history of KPWatch: name another directory."),
    QT_TRANSLATE_NOOP("words", "The record is another program's database: choose another directory."),
    QT_TRANSLATE_NOOP("words", "The record cannot be read now, it was removed or moved or is out of reach: put it "
                               "back."),
    QT_TRANSLATE_NOOP("words", "The record was removed or moved while it was being written: put it back, or stop and "
                               "start watching."),
    QT_TRANSLATE_NOOP("words", "The record holds real measurements, a simulation must not be added: choose another "
                               "directory."),
    QT_TRANSLATE_NOOP("words", "The record holds a simulation, real measurements must not be added: choose another "
                               "directory."),
    QT_TRANSLATE_NOOP("words", "The record is being copied to another folder; what is seen meanwhile is saved after "
                               "it."),
    QT_TRANSLATE_NOOP("words", "Another program adds to the record at your request; what is seen meanwhile is saved "
                               "after it."),
    QT_TRANSLATE_NOOP("words", "%1 is where the record is already: choose another folder"),
    QT_TRANSLATE_NOOP("words", "%1 holds a record already: choose another folder"),
    QT_TRANSLATE_NOOP("words", "%1 is a copy of a record, which is only looked at: to go on with it, put it as "
                               "history.db into a folder of its own and open that."),
    QT_TRANSLATE_NOOP("words", "%1 is damaged or no record of KPWatch: make or ask for another copy."),
    QT_TRANSLATE_NOOP("words", "%1 is a file, where the folder of the record should be: move it away."),
    QT_TRANSLATE_NOOP("words", "%1 is a copy of a record: judge in the record itself."),
    QT_TRANSLATE_NOOP("words", "%1 is a copy of a record: import into the record itself."),
    QT_TRANSLATE_NOOP("words", "The program that records into %1 took the edit and could not save it yet: its window "
                               "says why."),
    QT_TRANSLATE_NOOP("words", "%1 could not be erased: make its folder writable for yourself and erase again."),
    QT_TRANSLATE_NOOP("words", "%1 cannot be written: is there room on that disk?"),
    QT_TRANSLATE_NOOP("words", "%1 does not exist: check the path"),
    QT_TRANSLATE_NOOP("words", "%1 is no folder: choose another place"),
    QT_TRANSLATE_NOOP("words", "%1 cannot be opened: is it still there?"),
    QT_TRANSLATE_NOOP("words", "%1 cannot be made again: its entry does not say what it was made of"),
    QT_TRANSLATE_NOOP("words", "%1 cannot be made again: its incident is not told any more"),
    QT_TRANSLATE_NOOP("words", "%1 did not become the same as its original: check the disk."),
    QT_TRANSLATE_NOOP("words", "%1 is not yet repaired: the next start goes on with it."),
    QT_TRANSLATE_NOOP("words", "%1 has no room for what can be salvaged: free %2 more on its disk."),
    QT_TRANSLATE_NOOP("words", "Another program already repairs the record in %1: let it finish, or end it first."),
    QT_TRANSLATE_NOOP("words", "The program that records into %1 does not step aside: %2"),
    QT_TRANSLATE_NOOP("words", "%1 has been made a thousand times: choose another name"),
    QT_TRANSLATE_NOOP("words", "%1 would be erased with the record: choose another folder"),
    QT_TRANSLATE_NOOP("words", "(process %1)"),
    QT_TRANSLATE_NOOP("words", "another program is writing it"),
    QT_TRANSLATE_NOOP("words", "it holds no %1"),
    QT_TRANSLATE_NOOP("words", "no reason given"),
    // What the system says (strerror).
    QT_TRANSLATE_NOOP("words", "No space left on device"),
    QT_TRANSLATE_NOOP("words", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("words", "Read-only file system"),
    QT_TRANSLATE_NOOP("words", "Permission denied"),
    QT_TRANSLATE_NOOP("words", "Operation not permitted"),
    QT_TRANSLATE_NOOP("words", "No such file or directory"),
    QT_TRANSLATE_NOOP("words", "Input/output error"),
    QT_TRANSLATE_NOOP("words", "Not a directory"),
    QT_TRANSLATE_NOOP("words", "Is a directory"),
    QT_TRANSLATE_NOOP("words", "Too many open files"),
    QT_TRANSLATE_NOOP("words", "Too many open files in system"),
    QT_TRANSLATE_NOOP("words", "File too large"),
    QT_TRANSLATE_NOOP("words", "File name too long"),
    QT_TRANSLATE_NOOP("words", "File exists"),
    QT_TRANSLATE_NOOP("words", "Device or resource busy"),
    QT_TRANSLATE_NOOP("words", "No such device"),
    QT_TRANSLATE_NOOP("words", "No such device or address"),
    QT_TRANSLATE_NOOP("words", "Stale file handle"),
    QT_TRANSLATE_NOOP("words", "Connection timed out"),
    QT_TRANSLATE_NOOP("words", "Transport endpoint is not connected"),
    QT_TRANSLATE_NOOP("words", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("words", "Text file busy"),
    QT_TRANSLATE_NOOP("words", "Invalid argument"),
    QT_TRANSLATE_NOOP("words", "Cannot allocate memory"),
};

struct Known {
    QRegularExpression program;
    const char* window;
};

Known knownAs(const char* program, const char* window) {
    QString pattern = QRegularExpression::escape(QLatin1String(program));
    for (int i = 1; i <= places; ++i)
        pattern.replace(QStringLiteral("\\%%1").arg(i), QStringLiteral("(?<v%1>.*?)").arg(i));
    pattern.replace(QLatin1String("\\%0"), QLatin1String(".*?"));
    const QString record = QRegularExpression::escape(QLatin1String(theRecord));
    if (pattern.startsWith(record))
        pattern.replace(0, record.size(), QStringLiteral("(?:%1|(?<file>.+?))").arg(record));
    return {QRegularExpression(QRegularExpression::anchoredPattern(pattern)), window};
}

std::vector<Known> allKnown() {
    std::vector<Known> all;
    for (const Said& said : otherwise)
        all.push_back(knownAs(said.program, said.window));
    for (const char* const said : likewise)
        all.push_back(knownAs(said, said));
    return all;
}

QString withoutTerminal(QString said) {
    static const QRegularExpression file(QStringLiteral(R"(^/.*?/history(?:\.db(?:-wal)?)?(?= ))"));
    static const QRegularExpression code(QStringLiteral(R"( \((?:SQLite )?code \d+\))"));
    static const QRegularExpression option(
        QStringLiteral(R"((,? or|;| and) choose another (?:directory|one) with --history)"));
    static const QRegularExpression optionAlone(QStringLiteral(R"( (?:with|by) --history\b)"));
    said.replace(file, QString(QLatin1String(theRecord))); // its Korean is that of the whole sentence
    said.remove(code);
    said.remove(option);
    said.remove(optionAlone);
    return said;
}

// At once: a file may be called "50%2.png".
QString filledWith(const QString& sentence, const QStringList& values) {
    QString said;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const int place = sentence[at] == QLatin1Char('%') ? sentence.mid(at + 1, 1).toInt() : 0;
        if (place < 1 || place > values.size()) {
            said += sentence[at];
        } else {
            said += values[place - 1];
            ++at;
        }
    }
    return said;
}

std::optional<QString> inWindow(const QString& sentence);

// What fills a sentence may be one itself, or what the system says.
QString valueInWindow(const QString& value) {
    return value == QLatin1String(theRecord) ? Tr::tr(theRecord) : inWindow(withoutTerminal(value)).value_or(value);
}

// As the window says it; nullopt: it is not known here.
std::optional<QString> inWindow(const QString& sentence) {
    static const std::vector<Known> known = allKnown();
    static const QRegularExpression letter(QStringLiteral("\\p{L}")); // bare numbers are for a terminal
    for (const Known& each : known) {
        const QRegularExpressionMatch match = each.program.match(sentence);
        if (!match.hasMatch())
            continue;
        const QString window = Tr::tr(each.window);
        QStringList values, below;
        for (int i = 1; i <= places; ++i) {
            const QString value = match.captured(QStringLiteral("v%1").arg(i)).trimmed();
            values << valueInWindow(value);
            if (!window.contains(QStringLiteral("%%1").arg(i)) && value != QLatin1String(theRecord))
                below << values.back();
        }
        QString said = filledWith(window, values);
        below << match.captured(QStringLiteral("file"));
        for (const QString& line : below)
            if (line.contains(letter))
                said += QLatin1Char('\n') + line;
        return said;
    }
    const QString said = words::cleaned(sentence.toStdString(), longestTrouble);
    const QString fault = faultWords(said.toStdString());
    return fault != said ? std::optional(fault) : std::nullopt;
}

} // namespace

QString troubleWords(const std::string& sentence) {
    const QString said = withoutTerminal(words::cleaned(sentence, longestSentence));
    if (const std::optional<QString> known = inWindow(said))
        return *known;
    static const char* const unknown = QT_TRANSLATE_NOOP("words", "It did not work. The program says of it:");
    const QString before = Tr::tr(unknown), itself = words::cleaned(said.toStdString(), longestTrouble);
    return before == QLatin1String(unknown) ? itself
                                            : before + QLatin1Char('\n') + itself; // English needs no introduction
}

} // namespace kpwatch
