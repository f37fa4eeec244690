// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/reported.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "probes/utc_time.h"

#include <QFile>

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::size_t longestSentence = 500;

// "2021", "2021-05", "2021-05-04" or an instant of UTC.
std::string timeIn(const JsonReader& reader) {
    auto text = reader.text();
    const std::string begin = text.size() == 4    ? text + "-01-01T00:00:00Z"
                              : text.size() == 7  ? text + "-01T00:00:00Z"
                              : text.size() == 10 ? text + "T00:00:00Z"
                                                  : text;
    if (!parseIsoUtc(begin))
        reader.fail("\"" + text + "\" is no time",
                    "write a year, a month, a day, or an instant as 2026-11-25T10:00:00Z");
    return text;
}

std::optional<std::string> optionalTime(const JsonReader& reader, const char* key) {
    return reader.has(key) ? std::optional(timeIn(reader.at(key))) : std::nullopt;
}
std::string optionalText(const JsonReader& reader, const char* key) {
    return reader.has(key) ? reader.at(key).text(longestSentence) : std::string();
}

Citation citationIn(const JsonReader& reader) {
    reader.expectObject({"by", "on", "says", "url"});
    Citation citation{reader.at("by").text(), timeIn(reader.at("on")), reader.at("says").text(longestSentence),
                      optionalText(reader, "url")};
    if (!citation.url.empty() && !citation.url.starts_with("http://") && !citation.url.starts_with("https://"))
        reader.at("url").fail("is no address of a page", "write one that begins with https://");
    return citation;
}

ReportedInKorean koreanIn(const JsonReader& reader, const ReportedOutage& outage) {
    reader.expectObject({"title", "precision", "length", "says", "cause_claimed", "note"});
    ReportedInKorean korean{reader.at("title").text(),
                            reader.at("precision").text(),
                            reader.at("length").text(),
                            {},
                            optionalText(reader, "cause_claimed"),
                            optionalText(reader, "note")};
    const JsonReader says = reader.at("says");
    for (std::size_t i = 0; i < says.arraySize(); ++i)
        korean.says.push_back(says.at(i).text(longestSentence));
    if (korean.says.size() != outage.reported.size() || korean.causeClaimed.empty() != outage.causeClaimed.empty() ||
        korean.note.empty() != outage.note.empty())
        reader.fail("does not say the same", "translate each sentence");
    return korean;
}

ReportedOutage outageIn(const JsonReader& reader) {
    reader.expectObject({"id", "title", "from", "from_latest", "to", "at_least_until", "precision", "length", "scope",
                         "shape", "reported", "cause_claimed", "note", "control", "ko"});
    ReportedOutage outage;
    outage.id = reader.at("id").text(40);
    outage.title = reader.at("title").text();
    outage.from = timeIn(reader.at("from"));
    outage.fromLatest = optionalTime(reader, "from_latest");
    outage.to = optionalTime(reader, "to");
    outage.atLeastUntil = optionalTime(reader, "at_least_until");
    outage.precision = reader.at("precision").text();
    outage.length = reader.at("length").text();
    outage.scope = reader.at("scope").text();
    outage.shape = reader.at("shape").text();
    const JsonReader reported = reader.at("reported");
    for (std::size_t i = 0; i < reported.arraySize(); ++i)
        outage.reported.push_back(citationIn(reported.at(i)));
    if (outage.reported.empty())
        reported.fail("names nobody", "cite who reported it");
    outage.causeClaimed = optionalText(reader, "cause_claimed");
    outage.note = optionalText(reader, "note");
    outage.control = reader.has("control") && reader.at("control").boolean();
    if (reader.has("ko"))
        outage.korean = koreanIn(reader.at("ko"), outage);
    return outage;
}

} // namespace

ReportedOutage inKorean(ReportedOutage outage) {
    if (!outage.korean)
        return outage;
    const ReportedInKorean& korean = *outage.korean;
    outage.title = korean.title;
    outage.precision = korean.precision;
    outage.length = korean.length;
    for (std::size_t i = 0; i < outage.reported.size(); ++i)
        outage.reported[i].says = korean.says[i];
    outage.causeClaimed = korean.causeClaimed;
    outage.note = korean.note;
    return outage;
}

std::vector<ReportedOutage> parseReported(std::string_view text, const std::string& origin) {
    const nlohmann::json json = parsedJson(text, origin);
    const JsonReader document(json, {}, origin);
    document.expectObject({"version", "dated", "outages"});
    (void)document.at("version").integer(1, 1);
    const JsonReader list = document.at("outages");
    std::vector<ReportedOutage> outages;
    for (std::size_t i = 0; i < list.arraySize(); ++i)
        outages.push_back(outageIn(list.at(i)));
    std::stable_sort(outages.begin(), outages.end(),
                     [](const ReportedOutage& left, const ReportedOutage& right) { return left.from < right.from; });
    return outages;
}

std::vector<ReportedOutage> reportedOutages() {
    QFile file(QStringLiteral(":/reported-outages.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw InputError("the list of reported outages is missing in this program: build it again");
    return parseReported(file.readAll().toStdString(), "the list of reported outages");
}

} // namespace kpwatch
