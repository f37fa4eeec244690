// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notes.h"

#include "app/errors.h"
#include "app/json_text.h"

#include <QFile>
#include <QLockFile>
#include <QSaveFile>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <unistd.h>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

constexpr int lockWaitMs = 2000;
constexpr qint64 largestFile = 64 * 1024 * 1024;

QString nameOf(const std::filesystem::path& file) { return QString::fromStdString(file.string()); }

StorageError trouble(const std::filesystem::path& file, const QString& reason) {
    return StorageError(file.string() + " cannot be used (" + reason.toStdString() +
                        "): make it readable and writable for yourself, or move it away.");
}

class Locked { // against another program that writes notes at the same time
  public:
    explicit Locked(const std::filesystem::path& file) : m_lock(nameOf(file) + QStringLiteral(".lock")) {
        if (!m_lock.tryLock(lockWaitMs))
            throw trouble(file, QStringLiteral("another program is writing it"));
    }

  private:
    QLockFile m_lock;
};

Json jsonOf(const Note& note) {
    Json json{{"id", note.id}, {"at", isoUtc(note.at)}};
    putText(json, "incident", note.incident);
    putText(json, note.kind == NoteKind::Link ? "link" : "text", note.text);
    return json;
}

Note noteFrom(const nlohmann::json& json) {
    Note note;
    if (const auto id = json.find("id"); id != json.end() && id->is_number_integer())
        note.id = id->get<std::int64_t>();
    note.at = parseIsoUtc(textAt(json, "at")).value_or(UtcTime{});
    note.incident = textAt(json, "incident");
    note.text = textAt(json, "link");
    note.kind = note.text.empty() ? NoteKind::Text : NoteKind::Link;
    if (note.kind == NoteKind::Text)
        note.text = textAt(json, "text");
    return note;
}

bool isWebAddress(const std::string& text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\r\n\"<>") == std::string::npos;
}

void check(const Note& note) {
    if (note.text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw InputError("a note needs words");
    if (note.text.size() > longestNote)
        throw InputError("a note is at most " + std::to_string(longestNote) + " bytes long: keep the rest elsewhere");
    if (note.kind == NoteKind::Link && !isWebAddress(note.text))
        throw InputError("a link begins with https:// or http:// and has no spaces");
}

// What has lost its name must not be read from the disk either.
void overwrite(QFile& old) {
    const QByteArray zeros(static_cast<qsizetype>(old.size()), '\0');
    old.seek(0);
    old.write(zeros);
    old.flush();
    ::fsync(old.handle());
}

} // namespace

Notes::Notes(std::filesystem::path directory) : m_file(std::move(directory) / "notes.json") {}

std::vector<Note> Notes::all() const {
    QFile file(nameOf(m_file));
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        throw trouble(m_file, file.errorString());
    const auto json = nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
    if (!json.is_object() || !json.contains("notes") || !json["notes"].is_array())
        throw trouble(m_file, QStringLiteral("it holds no notes"));
    std::vector<Note> notes;
    for (const auto& each : json["notes"])
        if (each.is_object())
            notes.push_back(noteFrom(each));
    return notes;
}

std::int64_t Notes::add(Note note) const {
    check(note);
    const Locked locked(m_file);
    std::vector<Note> notes = all();
    note.id = 1;
    for (const Note& each : notes)
        note.id = std::max(note.id, each.id + 1);
    notes.push_back(std::move(note));
    write(notes);
    return notes.back().id;
}

bool Notes::erase(std::int64_t id) const {
    const Locked locked(m_file);
    std::vector<Note> notes = all();
    if (std::erase_if(notes, [id](const Note& note) { return note.id == id; }) == 0)
        return false;
    write(notes);
    return true;
}

void Notes::eraseAll() const {
    const Locked locked(m_file);
    QFile file(nameOf(m_file));
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadWrite))
        throw trouble(m_file, file.errorString());
    overwrite(file);
    if (!file.remove())
        throw trouble(m_file, file.errorString());
}

// The new file takes the old one's name at once; then the old one's bytes go.
void Notes::write(const std::vector<Note>& notes) const {
    Json list = Json::array();
    for (const Note& note : notes)
        list.push_back(jsonOf(note));
    QFile old(nameOf(m_file));
    if (old.exists() && !old.open(QIODevice::ReadWrite))
        throw trouble(m_file, old.errorString());
    QSaveFile file(nameOf(m_file));
    const std::string text = Json{{"notes", list}}.dump(1) + "\n";
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        throw trouble(m_file, file.errorString());
    if (old.isOpen())
        overwrite(old);
}

} // namespace kpwatch
