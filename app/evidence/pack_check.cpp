// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a pack is what was packed, and whether what it says follows from what it holds.
#include "app/evidence/incident_facts.h"
#include "app/evidence/observation_row.h"
#include "app/evidence/opened_bag.h"
#include "app/evidence/pack.h"
#include "app/evidence/pack_replay.h"
#include "app/evidence/pack_texts.h"
#include "app/evidence/sealed_rows.h"
#include "probes/wire/sha256.h"
#include "probes/wire/untrusted_text.h"

#include <QCryptographicHash>

#include <fstream>

namespace kpwatch {

namespace {

class PackCheck {
  public:
    PackCheck(const OpenedBag& bag, const PackWork& work) : m_bag(bag), m_work(work) {}

    PackVerdict verdict() {
        m_verdict.faults = m_bag.faults();
        step(0.2);
        if (!m_verdict.intact())
            return std::move(m_verdict); // what was changed proves nothing more
        try {
            checkContent();
        } catch (const InputError& error) {
            fault(std::string("It cannot be read: ") + cleanedText(error.what(), 300));
        }
        step(1);
        m_verdict.judgedOtherwise = m_ofJudging > 0 && m_ofJudging == m_verdict.faults.size();
        return std::move(m_verdict);
    }

  private:
    void fault(const std::string& sentence) { m_verdict.faults.push_back(sentence); }
    void ofJudging(const std::string& sentence, const PackInputs& inputs) {
        ++m_ofJudging;
        fault(sentence + otherProgram(inputs));
    }
    void step(double share) const {
        if (m_work.progress)
            m_work.progress(share);
    }

    void checkContent() {
        const PackInputs inputs = parseInputs(m_bag.text(pack::inputs), pack::inputs);
        m_verdict.incident = inputs.incident;
        m_verdict.vantage = inputs.vantageId;
        m_verdict.label = inputs.vantageLabel;
        m_verdict.program = inputs.program;
        const Settings settings = parseSettings(m_bag.text(pack::settings), pack::settings);
        PackRules rules{parseWatchlist(m_bag.text(pack::watchlist), pack::watchlist, settings), settings};
        if (m_bag.has(pack::judgedBy))
            rules.judgedBy = parseJudgedBy(m_bag.text(pack::judgedBy), pack::judgedBy);
        if (m_bag.text(pack::thresholds) != factsText(thresholdsJson({})))
            ofJudging("It was assessed with other thresholds than those of this program, so the incident cannot be "
                      "made again: ",
                      inputs);
        replay(inputs, rules);
    }

    static std::string otherProgram(const PackInputs& inputs) {
        const std::string theirs = cleanedText(inputs.program), ours = "kpwatch " KPWATCH_VERSION;
        return "it was packed by " + (theirs == ours ? "another state of " + ours : theirs + ", and this is " + ours) +
               ", or changed since.";
    }

    void replay(const PackInputs& inputs, const PackRules& rules) {
        QCryptographicHash table(QCryptographicHash::Sha256), controls(QCryptographicHash::Sha256);
        const auto into = [](QCryptographicHash& hash) {
            return [&hash](std::string_view bytes) {
                hash.addData({bytes.data(), static_cast<qsizetype>(bytes.size())});
            };
        };
        PackTables tables(inputs, rules.watchlist, into(table), into(controls));
        SealedRows sealed(m_bag, inputs, rules.watchlist);
        std::uint64_t rows = 0;
        const auto see = [&](const Observation* row, const Event* event) {
            tables.see(row);
            sealed.see(row, event);
            if (++rows % 4096 == 0)
                step(0.2 + 0.7 * std::min(1.0, static_cast<double>(rows) / 4e5));
        };
        const Recomputed result = recomputed(m_bag.root() / pack::observations, inputs, rules, see, m_work.stop);
        m_verdict.observations = result.observations;
        m_verdict.overtaken = result.overtaken;
        m_verdict.events = result.events;
        m_verdict.readings = result.readings;
        if (result.fault)
            return fault(std::string(pack::observations) + ", " + cleanedText(*result.fault, 200) + '.');
        checkAnswers();
        compare(result, inputs, rules.watchlist);
        compareHash(pack::table, table);
        compareHash(pack::controls, controls);
        const SealedRows::Finding found = sealed.finding();
        m_verdict.faults.insert(m_verdict.faults.end(), found.faults.begin(), found.faults.end());
        m_verdict.sealedDays = found.days;
        m_verdict.unsealed = found.unsealed;
        m_verdict.lastSeal = found.lastSeal;
    }

    void checkAnswers() {
        constexpr std::size_t longest = std::size_t{64} << 20U;
        std::ifstream file(m_bag.root() / pack::answers, std::ios::binary);
        std::string line;
        for (std::uint64_t number = 1; std::getline(file, line); ++number) {
            const Row row = readRow(line, {}, longest);
            const auto* const bad = std::get_if<BadRow>(&row);
            if (bad == nullptr && std::holds_alternative<SourceAnswer>(row))
                ++m_verdict.answers;
            else
                return fault(std::string(pack::answers) + ", line " + std::to_string(number) + ": " +
                             cleanedText(bad != nullptr ? bad->reason : "is no answer", 200) + '.');
        }
    }

    void compare(const Recomputed& result, const PackInputs& inputs, const Watchlist& watchlist) {
        const std::string told = m_bag.has(pack::incident) ? m_bag.text(pack::incident) : std::string();
        if (result.incident.value_or("") != told)
            return ofJudging("The incident made again from the observations is not the one in " +
                                 std::string(pack::incident) + "; ",
                             inputs);
        const auto facts = told.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json::parse(told);
        if (m_bag.text(pack::incidentTable) != incidentTable(facts))
            fault(std::string(pack::incidentTable) + " does not say what " + pack::incident + " says.");
        if (m_bag.text(pack::readme) != packReadme(inputs, facts, watchlist))
            ofJudging(std::string(pack::readme) + " is not what this program writes; ", inputs);
    }

    void compareHash(const char* name, const QCryptographicHash& made) {
        if (sha256(m_bag.text(name)) != made.result().toHex().toStdString())
            fault(std::string(name) + " does not say what " + pack::observations + " says.");
    }

    const OpenedBag& m_bag;
    const PackWork& m_work;
    PackVerdict m_verdict;
    std::size_t m_ofJudging = 0; // of its faults
};

} // namespace

PackVerdict checkedPack(const std::filesystem::path& path, const PackWork& work) {
    return PackCheck(OpenedBag(path), work).verdict();
}

bool looksLikePack(const std::filesystem::path& path) { return OpenedBag::looksLikeOne(path); }

PackRows rowsOfPack(const std::filesystem::path& path) {
    const OpenedBag bag(path);
    const PackVerdict verdict = PackCheck(bag, {}).verdict();
    if (!verdict.intact())
        throw InputError(
            path.string() +
            (verdict.judgedOtherwise ? " cannot be confirmed by this program: " : " is not what was packed: ") +
            verdict.faults.front() + " Nothing was imported");
    PackRows rows{{}, parseSettings(bag.text(pack::settings), pack::settings)};
    rows.file = readObservationFile(bag.root() / pack::observations, rows.settings);
    return rows;
}

} // namespace kpwatch
