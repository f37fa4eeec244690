// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/letter.h"

#include "app/words/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

constexpr int longestTitle = 200, longestText = 2000; // characters
constexpr std::size_t longestName = 64;               // of a sequence of ntfy

std::string dumped(const Json& document) { return document.dump(-1, ' ', false, Json::error_handler_t::replace); }

const char* wordOf(LetterKind kind) {
    switch (kind) {
    case LetterKind::First:
        return "announced";
    case LetterKind::FollowUp:
        return "changed";
    case LetterKind::Over:
        return "over";
    case LetterKind::TakenBack:
        return "taken-back";
    case LetterKind::Trial:
        return "test";
    }
    return "test";
}

const char* wordOf(Gravity gravity) {
    switch (gravity) {
    case Gravity::OneSite:
        return "one-site";
    case Gravity::Several:
        return "several";
    case Gravity::CannotWait:
        return "cannot-wait";
    }
    return "one-site";
}

std::string cleanedTo(const std::string& text, int length) { return words::cleaned(text, length).toStdString(); }

Json itemOf(const LetterItem& item) {
    return {{"event", wordOf(item.kind)},
            {"incident", item.kind == LetterKind::Trial ? Json() : Json(item.incident)},
            {"gravity", item.kind == LetterKind::Trial ? Json() : Json(wordOf(item.gravity))},
            {"first_failure", item.kind == LetterKind::Trial ? Json() : Json(isoUtc(item.firstFailure))},
            {"title", cleanedTo(item.sentence, longestTitle)},
            {"text", cleanedTo(item.more, longestText)}};
}

// Whatever an incident is called, in the letters that a name may have everywhere.
std::string plainName(const std::string& incident) {
    std::string name;
    for (const char c : incident.substr(0, longestName))
        name += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? c : '-';
    return name;
}

// "Thu, 05 Mar 2026 00:20:00 +0000" (RFC 5322, 3.3); in no zone that would tell where we are.
std::string mailDate(UtcTime time) {
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(time));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char clock[32];
    (void)std::strftime(clock, sizeof clock, "%Y %H:%M:%S +0000", &parts);
    const std::string day = std::to_string(parts.tm_mday);
    return std::string(days[parts.tm_wday]) + ", " + (day.size() < 2 ? "0" : "") + day + " " + months[parts.tm_mon] +
           " " + clock;
}

std::string base64Lines(const std::string& bytes) {
    const QByteArray encoded = QByteArray::fromStdString(bytes).toBase64();
    constexpr int width = 76; // RFC 2045, 6.8
    std::string lines;
    for (qsizetype at = 0; at < encoded.size(); at += width)
        lines += encoded.mid(at, width).toStdString() + "\r\n";
    return lines;
}

// RFC 2047: pieces of at most 75 characters, none of which cuts a character in two.
std::string encodedWords(const std::string& text) {
    constexpr std::size_t room = 42; // bytes that become 56 characters
    std::string words, piece;
    const auto flush = [&] {
        if (!piece.empty())
            words += (words.empty() ? "=?utf-8?B?" : "\r\n =?utf-8?B?") +
                     QByteArray::fromStdString(std::exchange(piece, {})).toBase64().toStdString() + "?=";
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        if (piece.size() + (end - at) > room)
            flush();
        piece += text.substr(at, end - at);
        at = end;
    }
    flush();
    return words;
}

std::string slackEscaped(const std::string& text) { // docs.slack.dev: these three, and no others
    QString escaped = QString::fromStdString(text);
    escaped.replace(QLatin1Char('&'), QLatin1String("&amp;"))
        .replace(QLatin1Char('<'), QLatin1String("&lt;"))
        .replace(QLatin1Char('>'), QLatin1String("&gt;"));
    return escaped.toStdString();
}

} // namespace

std::string subjectOf(const Letter& letter) { return cleanedTo(letter.items.front().sentence, longestTitle); }

std::string textOf(const Letter& letter) {
    std::string text = cleanedTo(letter.items.front().more, longestText);
    for (std::size_t i = 1; i < letter.items.size(); ++i)
        text += "\n\n" + cleanedTo(letter.items[i].sentence, longestTitle) + "\n" +
                cleanedTo(letter.items[i].more, longestText);
    return text + "\n\nKPWatch, " + words::stampKst(letter.asOf).toStdString() + " (" +
           words::stampUtc(letter.asOf).toStdString() + ")";
}

std::string webhookBody(const Letter& letter) {
    Json document{{"kpwatch", 1}, {"as_of", isoUtc(letter.asOf)}};
    document.update(itemOf(letter.items.front()));
    document["also"] = Json::array();
    for (std::size_t i = 1; i < letter.items.size(); ++i)
        document["also"].push_back(itemOf(letter.items[i]));
    return dumped(document);
}

std::string ntfyBody(const Letter& letter, const std::string& topic) {
    const LetterItem& first = letter.items.front();
    const bool calls = first.kind == LetterKind::First || first.kind == LetterKind::FollowUp;
    constexpr int low = 2, usual = 3, high = 5; // docs.ntfy.sh, message priority
    int priority = usual;
    if (calls && first.gravity == Gravity::CannotWait)
        priority = high;
    else if (!calls || first.gravity == Gravity::OneSite)
        priority = low;
    return dumped({{"topic", topic},
                   {"title", subjectOf(letter)},
                   {"message", textOf(letter)},
                   {"priority", priority},
                   {"sequence_id", plainName(first.incident)}});
}

std::string slackBody(const Letter& letter) {
    const std::string whole = subjectOf(letter) + "\n" + textOf(letter);
    const Json section{{"type", "section"}, {"text", {{"type", "plain_text"}, {"text", whole}, {"emoji", false}}}};
    return dumped({{"text", slackEscaped(subjectOf(letter))}, // for the notification
                   {"blocks", Json::array({section})},
                   {"unfurl_links", false}});
}

std::string mailText(const Letter& letter, const Channels& channels) {
    const LetterItem& first = letter.items.front();
    const std::string thread = "<" + plainName(first.incident) + "@kpwatch.invalid>"; // a name that is nobody's
    const std::string id = "<" + plainName(first.incident) + "." + plainName(isoUtc(letter.asOf)) + "@kpwatch.invalid>";
    std::string to;
    for (const std::string& each : channels.mailTo)
        to += (to.empty() ? "<" : ",\r\n <") + each + ">";
    return "Date: " + mailDate(letter.asOf) + "\r\nFrom: KPWatch <" + channels.mailFrom + ">\r\nTo: " + to +
           "\r\nMessage-ID: " + id + "\r\nReferences: " + thread + "\r\nSubject: " + encodedWords(subjectOf(letter)) +
           "\r\nAuto-Submitted: auto-generated" // RFC 3834: nobody's holiday answers it
           "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64"
           "\r\n\r\n" +
           base64Lines(subjectOf(letter) + "\n\n" + textOf(letter) + "\n");
}

} // namespace kpwatch
