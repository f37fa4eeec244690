// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fingerprints.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "probes/utc_time.h"
#include "resources/resources.h"

#include <QFile>

#include <algorithm>

namespace kpwatch {

namespace {

// A shorter text stands on too many honest pages.
constexpr std::size_t shortestText = 12;

std::string dateIn(const JsonReader& reader) {
    auto text = reader.text();
    if (text.size() != 10 || !parseIsoUtc(text + "T00:00:00Z"))
        reader.fail("\"" + text + "\" is not a date", "write it as 2026-11-25");
    return text;
}

std::string countryIn(const JsonReader& reader) {
    auto text = reader.text();
    if (text.size() != 2 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        reader.fail("\"" + text + "\" is not a country", "write its two capital letters, such as KR");
    return text;
}

std::string hostIn(const JsonReader& reader) {
    auto text = reader.text(253);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    if (!plain || text.find('.') == std::string::npos)
        reader.fail("\"" + text + "\" is not a host", "write the host alone, in small letters");
    return text;
}

std::string contentIn(const JsonReader& reader) {
    auto text = reader.text(500);
    if (text.size() < shortestText)
        reader.fail("is shorter than " + std::to_string(shortestText) + " bytes",
                    "choose a text that stands on no other page");
    return text;
}

BlockPage blockPage(const JsonReader& reader) {
    reader.expectObject({"id", "country", "source", "location", "title", "body"});
    BlockPage page;
    page.id = reader.at("id").text(64);
    page.country = countryIn(reader.at("country"));
    page.source = reader.at("source").text(500);
    if (reader.has("location"))
        page.location = hostIn(reader.at("location"));
    if (reader.has("title"))
        page.title = contentIn(reader.at("title"));
    if (reader.has("body"))
        page.body = contentIn(reader.at("body"));
    if (page.location.empty() && page.title.empty() && page.body.empty())
        reader.fail("would match every answer", "give it a location, a title or a body");
    return page;
}

Address bogon(const JsonReader& reader) {
    reader.expectObject({"address", "country", "source"});
    countryIn(reader.at("country"));
    reader.at("source").text(500);
    const std::string text = reader.at("address").text();
    const auto address = Address::parse(text);
    if (!address)
        reader.at("address").fail("\"" + text + "\" is not an address", "write it as numbers");
    if (!address->isPublic())
        reader.at("address").fail(text + " is no public address", "remove it: such answers are refused anyway");
    return *address;
}

} // namespace

Fingerprints parseFingerprints(std::string_view json, const std::string& origin) {
    const nlohmann::json document = parsedJson(json, origin);
    const JsonReader reader(document, "", origin);
    reader.expectObject({"version", "dated", "block_pages", "bogons"});
    reader.at("version").integer(1, 1);
    Fingerprints result;
    result.dated = dateIn(reader.at("dated"));
    const JsonReader pages = reader.at("block_pages");
    for (std::size_t i = 0; i < pages.arraySize(); ++i) {
        BlockPage page = blockPage(pages.at(i));
        const bool taken = std::any_of(result.blockPages.begin(), result.blockPages.end(),
                                       [&](const BlockPage& other) { return other.id == page.id; });
        if (taken)
            pages.at(i).at("id").fail("\"" + page.id + "\" is there already", "give it another");
        result.blockPages.push_back(std::move(page));
    }
    const JsonReader bogons = reader.at("bogons");
    for (std::size_t i = 0; i < bogons.arraySize(); ++i)
        result.bogons.push_back(bogon(bogons.at(i)));
    return result;
}

Fingerprints shippedFingerprints() {
    initResources();
    QFile file(QStringLiteral(":/fingerprints.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw InputError("fingerprints: are missing from this program; build it again");
    return parseFingerprints(file.readAll().toStdString(), "fingerprints");
}

} // namespace kpwatch
