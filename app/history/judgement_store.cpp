// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/judgement_store.h"

#include "app/history/migration.h"
#include "app/history/row_codec.h"
#include "app/history/writer_lock.h"
#include "app/json_text.h"

#include <SQLiteCpp/Transaction.h>
#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

std::string textOf(const Judgement& judgement) {
    Json json = Json::object();
    putText(json, "incident", judgement.incident);
    putText(json, "reason", judgement.reason);
    if (!judgement.other.empty())
        putText(json, "other", judgement.other);
    if (judgement.from)
        json["from_ms"] = msOf(*judgement.from);
    if (judgement.to)
        json["to_ms"] = msOf(*judgement.to);
    if (judgement.undoes != 0)
        json["undoes"] = judgement.undoes;
    return json.dump();
}

std::optional<UtcTime> timeAt(const nlohmann::json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || !found->is_number_integer() ? std::nullopt
                                                              : std::optional(utcOf(found->get<std::int64_t>()));
}

// Nothing if a later version said it, or it is damaged.
std::optional<Judgement> judgementFrom(UtcTime at, const std::string& hand_name, const std::string& detail) {
    const auto hand = handNamed(hand_name);
    const auto json = nlohmann::json::parse(detail, nullptr, false);
    if (!hand || !json.is_object())
        return std::nullopt;
    Judgement judgement;
    judgement.at = at;
    judgement.hand = *hand;
    judgement.incident = textAt(json, "incident");
    judgement.other = textAt(json, "other");
    judgement.reason = textAt(json, "reason");
    judgement.from = timeAt(json, "from_ms");
    judgement.to = timeAt(json, "to_ms");
    if (const auto undoes = json.find("undoes"); undoes != json.end() && undoes->is_number_integer())
        judgement.undoes = undoes->get<std::int64_t>();
    return judgement;
}

} // namespace

std::string judgementText(const Judgement& judgement) {
    Json json = Json::object();
    json["at_ms"] = msOf(judgement.at);
    json["hand"] = name(judgement.hand);
    json["detail"] = Json::parse(textOf(judgement));
    return json.dump();
}

std::optional<Judgement> judgementFromText(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    const auto at = timeAt(json, "at_ms");
    return at && json.contains("detail") ? judgementFrom(*at, textAt(json, "hand"), json["detail"].dump())
                                         : std::nullopt;
}

void storeJudgement(SQLite::Database& database, const Judgement& judgement) {
    SQLite::Statement insert(database, "INSERT INTO judgement(at_ms, hand, detail) VALUES (?, ?, ?)");
    run(insert, msOf(judgement.at), std::string(name(judgement.hand)), textOf(judgement));
}

std::vector<Judgement> storedJudgements(SQLite::Database& database) {
    std::vector<Judgement> said;
    SQLite::Statement query(database, "SELECT id, at_ms, hand, detail FROM judgement ORDER BY id");
    while (query.executeStep())
        if (auto judgement = judgementFrom(utcOf(query.getColumn(1).getInt64()), query.getColumn(2).getString(),
                                           query.getColumn(3).getString())) {
            judgement->id = query.getColumn(0).getInt64();
            said.push_back(std::move(*judgement));
        }
    return said;
}

void recordJudgement(const std::filesystem::path& directory, const Judgement& judgement) {
    const std::filesystem::path file = historyFile(directory);
    if (std::filesystem::is_regular_file(directory))
        throw StorageError(directory.string() + " is a copy of a record: judge in the record itself.");
    std::error_code unknown; // as for who reads it
    if (!std::filesystem::exists(file, unknown) && !unknown)
        throw StorageError(file.string() + " does not exist: there is nothing yet to judge.");
    const WriterLock lock(file.parent_path());
    SQLite::Database database = openForWriting(file);
    migrate(database, file, migrations(), utcNow());
    translated(file, [&] {
        SQLite::Transaction transaction(database);
        storeJudgement(database, judgement);
        transaction.commit();
    });
}

} // namespace kpwatch
