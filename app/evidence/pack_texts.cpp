// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/pack_texts.h"

#include "app/evidence/csv_line.h"
#include "app/evidence/observation_file.h"
#include "app/history/seal.h"
#include "probes/wire/untrusted_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

using Json = nlohmann::ordered_json;

namespace {

std::string textOr(const Json& value, const char* otherwise) {
    return value.is_string() ? value.get<std::string>() : otherwise;
}

// "between 2026-03-05T17:16:02.120Z and 2026-03-05T17:18:02.000Z".
std::string rangeWords(const Json& onset) {
    if (onset.is_null())
        return "not observed";
    const std::string by = textOr(onset["by"], "");
    return onset["after"].is_null() ? "at " + by + " or before"
                                    : "between " + textOr(onset["after"], "") + " and " + by;
}

std::string label(const Watchlist& watchlist, const std::string& slug) {
    const Target* const target = watchlist.findByName(slug);
    return target == nullptr ? slug : cleanedText(target->label) + " (" + slug + ")";
}

// Times of one form stand in the order of their letters.
std::string lastSeen(const Json& target) {
    const Json& latest = target["down_times"].back();
    const std::string seen = textOr(latest["seen"].back()["to"], "");
    return std::min(seen, textOr(latest["cut_at"], seen.c_str()));
}

// Of what was not seen to end nobody knows whether it had by the time the pack was made.
std::string endWords(const Json& facts) {
    if (!facts["ended"].is_null())
        return rangeWords(facts["ended"]);
    const bool cut = !facts["cut_at"].is_null();
    std::string last = textOr(facts["cut_at"], "");
    for (const Json& target : facts["targets"])
        if (cut || target["ended"].is_null())
            last = std::max(last, lastSeen(target));
    return cut ? "not seen; followed until " + last : "not over when last seen, " + last;
}

std::string incidentWords(const Json& facts, const Watchlist& watchlist) {
    std::string text = "  Began    " + rangeWords(facts["began"]) + "\n  Ended    " + endWords(facts);
    text += "\n  Scope    " + textOr(facts["scope"], "") + "\n  Pattern  " + textOr(facts["pattern"], "") +
            "\n\n  Who did not answer, and when the last answer and the first sure failure were:\n\n";
    for (const Json& target : facts["targets"])
        text += "    " + label(watchlist, textOr(target["id"], "")) + ": " + rangeWords(target["began"]) + "\n";
    return text;
}

CsvLine whoAndWhen(const Json& target) {
    CsvLine line;
    line.text(textOr(target["id"], ""));
    for (const char* const key : {"began", "ended"})
        for (const char* const end : {"after", "by"})
            line.text(target[key].is_null() ? std::string() : textOr(target[key][end], ""));
    return line;
}

// What a person said that holds of everybody in the table; who was left out has a line of its own.
std::string saidOfAll(const Json& by_hand) {
    std::string said;
    for (const Json& each : by_hand)
        if (const std::string hand = textOr(each["hand"], ""); hand != name(Hand::Exclude))
            said += (said.empty() ? "" : " ") + hand;
    return said;
}

constexpr const char* filesWords =
    R"(WHAT IS IN HERE

  data/incident.json       the incident as the rules make it of the checks: who, since when, in what
                           order, what speaks for it and against it. Times are UTC.
  data/incident.csv        the same, a line a target; by_hand is what a person said of it
  data/observations.jsonl  every check and event that the rules need, as the program keeps them, one
                           JSON object a line: the eight days before, the incident, the day after; first
                           what public sources said of routes, and of others who announced their space
  data/answers.jsonl       their answers around the incident as they were received, each with its SHA-256,
                           and of the week before what was measured from elsewhere
  data/observations.csv    the checks of the sites around the incident, for a spreadsheet
  data/controls.csv        likewise the checks of other places, which show that it was not our own line
  data/watchlist.json      what was asked, and how
  data/settings.json, data/thresholds.json
                           every number of the rules in force
  data/rules-changed.json  only if numbers or list were changed within those days: all that were in
                           force, with since when
  data/inputs.json         what else the incident is made of: which rows, by whom, and what a person said
  data/seals.json          the seals of the days around the incident, each over the one before
  data/sealed/DAY/         the checks of those days as they were sealed. The SHA-256 of each file is a leaf
                           of data/seals.json. Its last column hides what is private behind a salted hash
  data/chart.*             the chart, if there is one

WHOSE WORDS THEY ARE

  What public sources said is theirs; who shows it names them. RIPE NCC RIS, by RIPEstat (stat.ripe.net)
  and RIS Live. RIPE NCC, RIPE Atlas (atlas.ripe.net). RouteViews, University of Oregon (routeviews.org).
  Globalping (jsDelivr), globalping.io. IODA, Internet Intelligence Lab, Georgia Tech (ioda.live):
  Copyright Georgia Tech Research Corporation, all rights reserved; not to be passed on in bulk.
  Cloudflare Radar (radar.cloudflare.com): CC BY-NC 4.0, for commercial use only with its consent.

WHAT WAS LEFT OUT

  Our own address, computer, user, folders, resolver and interfaces, the city, and the first routers on
  our way. Where the rules have to tell our own addresses apart, a stand-in from 240.0.0.0/4 or
  2001:db8::/32 is in their place. The reporter's own notes are never in a pack.

HOW TO CHECK IT

  Without our program, in this folder:   sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt
  With it:                               kpwatch verify PATH
  The second also makes the incident, the tables and this page again from the observations, and compares
  every byte; and it checks the days that were sealed against their seals.

WHAT IT CANNOT SHOW

  Seals and hashes show that nothing was changed since. Who keeps the record could have made all of it
  anew: ask for the seal that was published at the time, or for a signature. What was seen was seen from
  one computer. It does not say why anybody was silent.
)";

} // namespace

PackTables::PackTables(const PackInputs& inputs, const Watchlist& watchlist, Sink observations, Sink controls)
    : m_inputs(inputs), m_watchlist(watchlist), m_observations(std::move(observations)),
      m_controls(std::move(controls)) {
    m_observations(observationCsvHeader() + "\n");
    m_controls(observationCsvHeader() + "\n");
}

void PackTables::see(const Observation* row) {
    if (row == nullptr || !m_inputs.tables.contains(row->startedAt))
        return;
    (m_watchlist.isControl(row->target) ? m_controls : m_observations)(observationCsvLine(*row, m_watchlist) + "\n");
}

std::string incidentTable(const Json& facts) {
    std::string table = "target,began_after,began_by,ended_after,ended_by,rank,times,by_hand\n";
    if (!facts.is_object())
        return table;
    const std::string said = saidOfAll(facts["by_hand"]);
    for (const Json& target : facts["targets"]) {
        CsvLine line = whoAndWhen(target);
        if (target["rank"].is_null())
            line.text({});
        else
            line.number(target["rank"].get<std::int64_t>());
        table += line.number(static_cast<std::int64_t>(target["down_times"].size())).text(said).take() + "\n";
    }
    for (const Json& time : facts["left_out"])
        table += whoAndWhen(time).text({}).number(1).text("left-out").take() + "\n";
    return table;
}

std::string packReadme(const PackInputs& inputs, const Json& facts, const Watchlist& watchlist) {
    std::string text = "EVIDENCE PACK OF INCIDENT " + cleanedText(inputs.incident) + "\n\n";
    if (inputs.simulated)
        text += "  SIMULATED: nothing of this was measured. It shows how a pack looks.\n\n";
    text +=
        "  Packed by " + cleanedText(inputs.program) + ", as of " + isoUtc(inputs.asOf) + "\n  Seen by  " +
        cleanedText(inputs.vantageLabel) + " (" + cleanedText(inputs.vantageId) + ")\n  Rows     " +
        isoUtc(inputs.rows.begin) + " to " + isoUtc(inputs.rows.end) + "\n  Sealed   " +
        (inputs.lastSealed < inputs.firstSealed ? "none of these days yet"
                                                : dayText(inputs.firstSealed) + " to " + dayText(inputs.lastSealed)) +
        "\n\n";
    text += facts.is_object() ? incidentWords(facts, watchlist) : "  The rows in this pack hold no such incident.\n";
    return text + "\n" + filesWords;
}

} // namespace kpwatch
