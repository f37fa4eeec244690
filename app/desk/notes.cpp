// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notes.h"

#include "app/desk/own_file.h"
#include "app/errors.h"
#include "app/json_text.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const Note& note) {
    Json json{{"id", note.id}, {"at", isoUtc(note.at)}};
    putText(json, "incident", note.incident);
    putText(json, note.kind == NoteKind::Link ? "link" : "text", note.text);
    if (note.changed)
        json["changed"] = isoUtc(*note.changed);
    return json;
}

Json listOf(const std::vector<Note>& notes) {
    Json list = Json::array();
    for (const Note& note : notes)
        list.push_back(jsonOf(note));
    return list;
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
    note.changed = parseIsoUtc(textAt(json, "changed"));
    return note;
}

bool isWebAddress(std::string_view text) {
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

OwnFile notesIn(const std::filesystem::path& file) { return {file, "notes"}; }

} // namespace

NoteKind noteKindOf(std::string_view text) { return isWebAddress(text) ? NoteKind::Link : NoteKind::Text; }

Notes::Notes(std::filesystem::path directory) : m_file(std::move(directory) / "notes.json") {}

std::vector<Note> Notes::all() const {
    std::vector<Note> notes;
    for (const auto& each : notesIn(m_file).read())
        if (each.is_object())
            notes.push_back(noteFrom(each));
    return notes;
}

std::int64_t Notes::add(Note note) const {
    check(note);
    const OwnFile file = notesIn(m_file);
    const OwnFile::Locked locked(file);
    std::vector<Note> notes = all();
    note.id = 1;
    for (const Note& each : notes)
        note.id = std::max(note.id, each.id + 1);
    notes.push_back(std::move(note));
    file.write(listOf(notes));
    return notes.back().id;
}

bool Notes::change(std::int64_t id, const std::string& text, UtcTime now) const {
    const OwnFile file = notesIn(m_file);
    const OwnFile::Locked locked(file);
    std::vector<Note> notes = all();
    const auto note = std::find_if(notes.begin(), notes.end(), [id](const Note& each) { return each.id == id; });
    if (note == notes.end())
        return false;
    note->text = text;
    note->kind = noteKindOf(text);
    note->changed = now;
    check(*note);
    file.write(listOf(notes));
    return true;
}

bool Notes::erase(std::int64_t id) const {
    const OwnFile file = notesIn(m_file);
    const OwnFile::Locked locked(file);
    std::vector<Note> notes = all();
    if (std::erase_if(notes, [id](const Note& note) { return note.id == id; }) == 0)
        return false;
    file.write(listOf(notes));
    return true;
}

void Notes::eraseAll() const {
    const OwnFile file = notesIn(m_file);
    const OwnFile::Locked locked(file);
    file.eraseAll();
}

} // namespace kpwatch
