// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/pack.h"

#include "app/evidence/bag_writer.h"
#include "app/evidence/ever_watched.h"
#include "app/evidence/incident_facts.h"
#include "app/evidence/left_out.h"
#include "app/evidence/pack_replay.h"
#include "app/evidence/pack_texts.h"
#include "app/evidence/seal_json.h"
#include "app/history/incident_reader.h"
#include "app/history/overtaken_rows.h"
#include "app/history/own_addresses.h"
#include "app/history/route_reader.h"
#include "app/json_text.h"
#include "app/settings_file.h"
#include "app/story/second_opinion.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr days before{8};   // what is usual is known from seven days, and those have to begin somewhere
constexpr days around{1};   // sealed days before and after
constexpr days longest{92}; // of rows; a pack of a quarter is near a gigabyte
constexpr std::uintmax_t mostAnswers = std::uintmax_t{64} << 20U; // bytes of all lines
constexpr double rowsShare = 0.4;                                 // of the whole work, as measured
constexpr double replayShare = 0.4;

struct Cancelled {}; // thrown inside this file only

UtcTime dayOf(UtcTime time) { return std::chrono::floor<days>(time); }
std::int64_t dayNumber(UtcTime time) { return std::chrono::floor<days>(time).time_since_epoch().count(); }

// What a second opinion is made of, for which a week before the incident counts.
bool isMeasurement(const SourceAnswer& answer) { return !outsideReadings({&answer, 1}).empty(); }

// The same document without a letter that could steer who reads it in a terminal.
std::string asciiJson(const std::string& document) {
    return nlohmann::ordered_json::parse(document).dump(-1, ' ', true);
}

class Packing {
  public:
    Packing(const PackOrder& order, const PackWork& work)
        : m_order(order), m_work(work), m_reader(order.history),
          m_today(rulesFrom(m_reader.latestWatchlistJson(), m_reader.latestSettingsJson())),
          m_bag(order.output, order.replace) {}

    PackMade made() {
        choose();
        writeRows();
        writeAnswers();
        replay();
        writeSealed();
        writeTexts();
        for (const Attachment& each : m_order.attachments)
            m_bag.add("data/" + each.name, each.bytes);
        m_bag.finish({{"Bag-Software-Agent", m_inputs.program},
                      {"Source-Organization", m_order.organization},
                      {"External-Identifier", m_inputs.incident},
                      {"External-Description", "Checks of public web sites, and the incident they make"},
                      {"Bagging-Date", isoUtc(m_inputs.asOf).substr(0, 10)}},
                     "kpwatch-" + m_inputs.incident, [this](double share) { step(0.85 + 0.15 * share); });
        std::error_code failed;
        const bool zip = std::filesystem::is_regular_file(m_order.output, failed);
        return {m_order.output, zip ? std::filesystem::file_size(m_order.output) : m_bag.bytes(), m_observations,
                std::move(m_remarks)};
    }

  private:
    static PackRules rulesFrom(const std::string& watchlist, const std::string& settings) {
        const Settings parsed = storedSettings(settings);
        return {parseWatchlist(watchlist, "watchlist stored in the history", parsed), parsed};
    }

    void step(double share) const {
        if (m_work.stop.stop_requested())
            throw Cancelled{};
        if (m_work.progress)
            m_work.progress(share);
    }

    // Which incident, and which rows it is made of. What is over takes no rows from after its last day, so that a pack
    // made later is the same.
    void choose() {
        const UtcTime last = m_reader.lastRowAt().value_or(utcNow());
        const std::vector<Incident> log = incidentLog(m_reader, {m_today.watchlist, m_today.settings, last});
        const Incident* const found = findIncident(log, m_order.incident);
        if (found == nullptr)
            throw InputError("no incident is called " + cleanedText(m_order.incident, 40) +
                             ": 'kpwatch incidents' lists them");
        const UtcTime began = std::min(found->began.after.value_or(found->began.by), found->firstFailure());
        const UtcTime end = found->end(last);
        if (end - began > longest - before)
            throw InputError("the incident " + found->id + " lasts longer than " +
                             std::to_string((longest - before).count()) +
                             " days, too long for a pack: 'kpwatch export --from --to' writes a part of its checks");
        m_inputs.rows = {dayOf(began) - before, std::min(dayOf(end) + 2 * around, last + 1ms)};
        chooseRules(began);
        m_words = PrivateWords::ofThisComputer(m_rules.watchlist.json() + m_today.watchlist.json() + m_order.label);
        m_words.add(std::filesystem::absolute(m_order.history).lexically_normal().string());
        for (const std::string& address : ownAddresses(m_order.history))
            m_words.add(address);
        m_inputs.incident = found->id;
        m_readingsEnd = std::max(m_inputs.rows.end, end + 1h); // routes are looked at for an hour more
        m_inputs.tables = rangeAround(*found, last);
        m_inputs.tables.end = std::min(m_inputs.tables.end, m_inputs.rows.end);
        m_inputs.firstSealed = dayNumber(began - around);
        // A day that goes on has more rows by the time that its seals would be looked at.
        m_inputs.lastSealed = std::min(dayNumber(m_inputs.rows.end - 1ms),
                                       lastSealedDay(m_order.history).value_or(m_inputs.firstSealed - 1));
        m_inputs.vantageId = m_reader.vantageName();
        m_inputs.vantageLabel = m_order.label;
        m_inputs.simulated = m_reader.simulated();
        m_inputs.program = std::string("kpwatch ") + KPWATCH_VERSION;
        for (Judgement said : m_reader.judgements())
            if (isNamed(*found, said.incident) || isNamed(*found, said.other) || said.hand == Hand::Undo) {
                said.reason = m_words.without(said.reason);
                m_inputs.judgements.push_back(std::move(said));
            }
        if (m_reader.firstRowAt().value_or(last) > m_inputs.rows.begin)
            m_remarks.push_back({PackRemark::Kind::ShortBefore});
    }

    // All that was in force within its rows, and who was watched by any of it.
    void chooseRules(UtcTime began) {
        m_rules = rulesFrom(m_reader.watchlistJsonAt(began), m_reader.settingsJsonAt(began));
        auto& by = m_rules.judgedBy = judgedBy(m_reader, m_inputs.rows);
        by.erase(by.begin(),
                 by.end() - std::min(std::ssize(by), std::ssize(by) < 2 ? 0 : std::ptrdiff_t{mostJudgedBy}));
        std::vector<WatchlistVersion> lists;
        for (const JudgedBy& each : by)
            if (!each.watchlist.empty())
                lists.push_back(
                    {each.since, parseWatchlist(each.watchlist, "watchlist stored in the history", each.settings)});
        EverWatched ever = everWatched(m_rules.watchlist, lists, m_rules.settings);
        m_rules.watchlist = std::move(ever.list);
        for (const std::string& each : ever.leftOut)
            m_remarks.push_back({PackRemark::Kind::AnotherTarget, each.substr(0, each.find(':'))});
    }

    void writeRows() {
        BagWriter::File file = m_bag.file(pack::observations);
        file.write(
            asciiJson(headerLine(m_rules.watchlist, m_inputs.vantageId, m_inputs.vantageLabel, m_inputs.simulated)) +
            '\n');
        for (const Event& event : m_reader.standingEvents(m_inputs.rows.begin))
            file.write(eventLine(event) + '\n');
        for (const RouteReading& reading : m_reader.readings({m_inputs.rows.begin, m_readingsEnd}))
            file.write(m_words.without(readingLine(reading)) + '\n');
        for (const RouteSighting& sighting : m_reader.sightings({m_inputs.rows.begin, m_readingsEnd}))
            file.write(m_words.without(sightingLine(sighting)) + '\n');
        const OvertakenRows overtaken(m_reader, m_rules.watchlist, m_inputs.rows, m_work.stop);
        StandIns ours;
        const double length = std::max(1.0, static_cast<double>(m_inputs.rows.length().count()));
        std::uint64_t rows = 0;
        const auto write = [&](const Observation* row, const Event* event) {
            const UtcTime at = row != nullptr ? row->startedAt : event->at;
            if (++rows % 1024 == 0)
                step(rowsShare * static_cast<double>((at - m_inputs.rows.begin).count()) / length);
            m_inputs.asOf = std::max(m_inputs.asOf, row != nullptr ? row->endedAt() : at);
            std::string line = row != nullptr ? observationLine(*row, m_rules.watchlist, ours) : eventLine(*event);
            if (row != nullptr ? overtaken.contains(*row) : overtaken.contains(*event))
                line = overtakenLine(std::move(line));
            file.write(m_words.without(line) + '\n');
        };
        m_reader.rows(m_rules.watchlist, m_inputs.rows, write, m_work.stop);
        step(rowsShare);
        file.close();
    }

    // An answer that names us stays at home, and so does what is more than whoever gets the pack can look through; the
    // hash of either is in it.
    void writeAnswers() {
        std::uintmax_t written = 0;
        bool cut = false;
        BagWriter::File file = m_bag.file(pack::answers);
        eachAnswer(m_reader, {m_inputs.rows.begin, m_readingsEnd}, [&](const SourceAnswer& answer) {
            step(rowsShare);
            if (!m_inputs.tables.contains(answer.at) && !isMeasurement(answer))
                return;
            std::string line = answerLine(answer, mostAnswers - written);
            if (m_words.foundIn(answer.body) != nullptr || m_words.foundIn(line) != nullptr)
                line = m_words.without(answerLine(answer, 0));
            cut = cut || (answer.newReadings && line.find("\"body") == std::string::npos);
            written += std::min<std::uintmax_t>(line.size(), mostAnswers - written);
            file.write(line + '\n');
        });
        file.close();
        if (cut)
            m_remarks.push_back({PackRemark::Kind::AnswersByHash});
    }

    // What the pack says of the incident is made from the pack, as whoever checks it will make it.
    void replay() {
        BagWriter::File table = m_bag.file(pack::table), controls = m_bag.file(pack::controls);
        PackTables tables(
            m_inputs, m_rules.watchlist, [&](std::string_view bytes) { table.write(bytes); },
            [&](std::string_view bytes) { controls.write(bytes); });
        std::uint64_t rows = 0;
        const auto see = [&](const Observation* row, const Event*) {
            tables.see(row);
            m_observations += row != nullptr ? 1 : 0;
            if (++rows % 1024 == 0)
                step(rowsShare + replayShare * std::min(1.0, static_cast<double>(rows) / 4e5));
        };
        const Recomputed result = recomputed(m_bag.pathOf(pack::observations), m_inputs, m_rules, see, m_work.stop);
        table.close();
        controls.close();
        if (m_work.stop.stop_requested())
            throw Cancelled{};
        if (result.fault)
            throw StorageError("the record of " + m_order.history.string() +
                               " holds a check that cannot be handed on (" + *result.fault +
                               "): 'kpwatch doctor' looks at it.");
        m_facts = result.incident ? nlohmann::ordered_json::parse(*result.incident) : nlohmann::ordered_json();
        const std::string recorded = inRecord();
        if (result.incident)
            add(pack::incident, *result.incident);
        if (result.incident != recorded) {
            m_bag.add(pack::inRecord, recorded);
            m_remarks.push_back({PackRemark::Kind::ToldOtherwise});
        }
    }

    std::string inRecord() const {
        const IncidentQuestion question{m_today.watchlist, m_today.settings, m_inputs.asOf};
        const WatchedThen then = watchedThen(m_reader, m_today.watchlist);
        const std::vector<Incident> log = incidentLog(m_reader, question);
        const Incident* const found = findIncident(log, m_inputs.incident);
        if (found == nullptr)
            return {};
        const Assessment seen = assessmentOf(m_reader, question, *found);
        return m_words.without(
            factsText(factsJson({*found, seen, then.of(*found), m_inputs.asOf, m_inputs.simulated})));
    }

    void writeSealed() {
        step(rowsShare + replayShare);
        const auto write = [&](const CanonicalLeaf& leaf) { m_bag.add(leafPath(leaf), leaf.text); };
        const SealedStretch stretch =
            sealedDays(m_order.history, m_inputs.firstSealed, m_inputs.lastSealed, write, m_work.stop);
        m_bag.add(pack::seals, stretchText(stretch));
        if (stretch.links.empty())
            m_remarks.push_back({PackRemark::Kind::NotSealed});
        step(0.85);
    }

    void writeTexts() {
        add(pack::inputs, inputsText(m_inputs));
        add(pack::incidentTable, incidentTable(m_facts));
        add(pack::readme, packReadme(m_inputs, m_facts, m_rules.watchlist));
        add(pack::watchlist, asciiJson(m_rules.watchlist.json()) + '\n');
        add(pack::settings, settingsJson(m_rules.settings) + '\n');
        if (!m_rules.judgedBy.empty())
            add(pack::judgedBy, judgedByText(m_rules.judgedBy));
        add(pack::thresholds, factsText(thresholdsJson({})));
    }

    // The last look before it leaves.
    void add(const char* name, const std::string& text) {
        if (const std::string* const word = m_words.foundIn(text))
            throw InputError(std::string(name) + " would hold '" + *word +
                             "', which is to stay here: take it out of what was written by hand, then pack again");
        m_bag.add(name, text);
    }

    const PackOrder& m_order;
    const PackWork& m_work;
    const HistoryReader m_reader;
    const PackRules m_today; // as the record is shown
    PackRules m_rules;       // as it was judged when the incident began
    PrivateWords m_words;
    BagWriter m_bag;
    UtcTime m_readingsEnd;
    PackInputs m_inputs;
    nlohmann::ordered_json m_facts;
    std::uint64_t m_observations = 0;
    std::vector<PackRemark> m_remarks;
};

} // namespace

std::string packAgainText(const PackOrder& order) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    putText(json, "label", order.label);
    putText(json, "organization", order.organization);
    json["chart"] = !order.attachments.empty();
    putText(json, "language", order.language);
    return json.dump();
}

PackAgain packAgain(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return {};
    return {textAt(json, "label"), textAt(json, "organization"), json.value("chart", nlohmann::json(true)) == true,
            textAt(json, "language")};
}

std::string suggestedPackName(const std::string& incident) { return "incident-" + incident + ".kpwatch.zip"; }

std::optional<PackMade> packIncident(const PackOrder& order, const PackWork& work) {
    try {
        return Packing(order, work).made();
    } catch (const Cancelled&) {
        return std::nullopt;
    }
}

} // namespace kpwatch
