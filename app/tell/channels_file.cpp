// SPDX-License-Identifier: GPL-3.0-or-later
// telling.json: the choice of channels, without a secret.
#include "app/tell/channels.h"

#include "app/json_reader.h"
#include "app/whole_file.h"

#include <array>

namespace kpwatch {

namespace {

constexpr const char* fileName = "telling.json";

constexpr std::array leasts{std::pair{Gravity::OneSite, "one-site"}, std::pair{Gravity::Several, "several"},
                            std::pair{Gravity::CannotWait, "cannot-wait"}};
constexpr std::array safeties{std::pair{MailSafety::Tls, "tls"}, std::pair{MailSafety::StartTls, "starttls"},
                              std::pair{MailSafety::Bare, "none"}};

template <typename Value, std::size_t Count>
Value valueAt(const JsonReader& reader, const std::array<std::pair<Value, const char*>, Count>& words) {
    const std::string word = reader.text();
    std::string known;
    for (const auto& [value, name] : words) {
        if (word == name)
            return value;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    reader.fail("is none of " + known, "write one of them, or leave the key out");
}

template <typename Value, std::size_t Count>
const char* wordOf(const std::array<std::pair<Value, const char*>, Count>& words, Value value) {
    for (const auto& [each, name] : words)
        if (each == value)
            return name;
    return words.front().second;
}

constexpr int minutesOfDay = 24 * 60;

void read(const JsonReader& reader, ChannelChoice& choice) {
    if (reader.has("on"))
        choice.on = reader.at("on").boolean();
    if (reader.has("least"))
        choice.least = valueAt(reader.at("least"), leasts);
}

void readText(const JsonReader& reader, const char* key, std::string& into) {
    if (reader.has(key))
        into = reader.at(key).text(300);
}

void readNtfy(const JsonReader& reader, Channels& channels) {
    reader.expectObject({"on", "least", "server", "with_token"});
    read(reader, channels.ntfy);
    readText(reader, "server", channels.ntfyServer);
    if (reader.has("with_token"))
        channels.ntfyToken = reader.at("with_token").boolean();
}

void readMail(const JsonReader& reader, Channels& channels) {
    reader.expectObject({"on", "least", "server", "port", "safety", "user", "from", "to"});
    read(reader, channels.mail);
    readText(reader, "server", channels.mailServer);
    readText(reader, "user", channels.mailUser);
    readText(reader, "from", channels.mailFrom);
    if (reader.has("port"))
        channels.mailPort = static_cast<int>(reader.at("port").integer(1, 65535));
    if (reader.has("safety"))
        channels.mailSafety = valueAt(reader.at("safety"), safeties);
    if (!reader.has("to"))
        return;
    const JsonReader to = reader.at("to");
    if (to.arraySize() > mostRecipients)
        to.fail("names more than " + std::to_string(mostRecipients) + " recipients", "leave some out");
    for (std::size_t i = 0; i < to.arraySize(); ++i)
        channels.mailTo.push_back(to.at(i).text(300));
}

nlohmann::ordered_json written(const ChannelChoice& choice) {
    return {{"on", choice.on}, {"least", wordOf(leasts, choice.least)}};
}

nlohmann::ordered_json written(const Channels& channels) {
    nlohmann::ordered_json document{{"version", 1}, {"hold_down_min", channels.holdDown_min}};
    if (channels.quiet)
        document["quiet"] = {{"from_min", channels.quiet->from}, {"to_min", channels.quiet->to}};
    document["webhook"] = written(channels.webhook);
    document["ntfy"] = written(channels.ntfy);
    document["ntfy"]["server"] = channels.ntfyServer;
    document["ntfy"]["with_token"] = channels.ntfyToken;
    document["slack"] = written(channels.slack);
    nlohmann::ordered_json mail = written(channels.mail);
    for (const auto& [key, value] : {std::pair("server", channels.mailServer), std::pair("user", channels.mailUser),
                                     std::pair("from", channels.mailFrom)})
        if (!value.empty())
            mail[key] = value;
    mail["port"] = channels.mailPort;
    mail["safety"] = wordOf(safeties, channels.mailSafety);
    mail["to"] = channels.mailTo;
    document["mail"] = mail;
    return document;
}

} // namespace

bool channelsKept(const std::filesystem::path& directory) {
    std::error_code failed;
    return std::filesystem::exists(directory / fileName, failed);
}

Channels readChannels(const std::filesystem::path& directory) {
    Channels channels;
    if (!channelsKept(directory))
        return channels;
    const std::filesystem::path file = directory / fileName;
    const std::string origin = file.string();
    const nlohmann::json document = parsedJson(readInputFile(file), origin);
    const JsonReader reader(document, {}, origin);
    reader.expectObject({"version", "hold_down_min", "quiet", "webhook", "ntfy", "slack", "mail"});
    if (reader.has("version"))
        (void)reader.at("version").integer(1, 1);
    if (reader.has("hold_down_min"))
        channels.holdDown_min = static_cast<int>(reader.at("hold_down_min").integer(1, longestHoldDown));
    if (reader.has("quiet")) {
        const JsonReader quiet = reader.at("quiet");
        quiet.expectObject({"from_min", "to_min"});
        channels.quiet = {static_cast<int>(quiet.at("from_min").integer(0, minutesOfDay - 1)),
                          static_cast<int>(quiet.at("to_min").integer(0, minutesOfDay - 1))};
    }
    for (const auto& [key, choice] : {std::pair("webhook", &channels.webhook), std::pair("slack", &channels.slack)})
        if (reader.has(key)) {
            reader.at(key).expectObject({"on", "least"});
            read(reader.at(key), *choice);
        }
    if (reader.has("ntfy"))
        readNtfy(reader.at("ntfy"), channels);
    if (reader.has("mail"))
        readMail(reader.at("mail"), channels);
    return channels;
}

void writeChannels(const std::filesystem::path& directory, const Channels& channels) {
    writeBesideRecord(directory / fileName,
                      written(channels).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

} // namespace kpwatch
