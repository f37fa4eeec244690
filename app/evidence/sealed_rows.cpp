// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/sealed_rows.h"

#include "probes/wire/sha256.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>

namespace kpwatch {

namespace {

std::int64_t dayOf(UtcTime time) { return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count(); }

std::string field(const std::optional<Micros>& length) { return length ? std::to_string(length->count()) : "-"; }

// As in canonical_rows.h, without the private column.
std::string canonical(const Observation& row) {
    std::string text = isoUtc(row.startedAt) + '\t' + std::string(name(row.reached)) + '\t' +
                       std::string(name(row.failure)) + '\t' + std::to_string(row.elapsed.count()) + '\t' +
                       (row.recheck ? '1' : '0') + '\t' + std::to_string(row.tries);
    for (const auto& phase : {row.phases.resolve, row.phases.connect, row.phases.tls, row.phases.firstByte})
        text += '\t' + field(phase);
    return text + '\t' + row.peer;
}

// "2026-03-05T…\t3\theartbeat": its number in the millisecond is not in the observations.
std::string withoutNumber(const std::string& event) {
    const std::size_t first = event.find('\t'), second = event.find('\t', first + 1);
    return second == std::string::npos ? event : event.substr(0, first) + event.substr(second);
}

} // namespace

SealedRows::SealedRows(const OpenedBag& bag, const PackInputs& inputs, const Watchlist& watchlist)
    : m_bag(bag), m_inputs(inputs), m_watchlist(watchlist),
      m_stretch(parseStretch(bag.text(pack::seals), pack::seals)) {}

void SealedRows::see(const Observation* row, const Event* event) {
    const UtcTime at = row != nullptr ? row->startedAt : event->at;
    const std::int64_t day = dayOf(at);
    if (day < m_inputs.firstSealed || day > m_inputs.lastSealed)
        return;
    if (row != nullptr)
        m_judged[{day, m_watchlist.find(row->target)->name}].push_back(canonical(*row));
    else
        m_judged[{day, "_events"}].push_back(isoUtc(at) + '\t' + std::string(name(*event)));
}

SealedRows::Finding SealedRows::finding() {
    checkChain();
    readFiles();
    compare();
    m_finding.days = static_cast<int>(m_sealedDays.size());
    return std::move(m_finding);
}

void SealedRows::checkChain() {
    std::string before = m_stretch.before;
    for (const ChainLink& link : m_stretch.links) {
        if (sealHash(before, link.seal, link.leaves) != link.hash)
            return fault("The seal of " + dayText(link.seal.day) + " is not over its leaves and the seal before it.");
        before = link.hash;
    }
    m_finding.lastSeal = before;
}

void SealedRows::readFiles() {
    std::map<std::string, Leaf> covered; // by file; the later leaf is in force
    for (const ChainLink& link : m_stretch.links)
        for (const Leaf& leaf : link.leaves)
            if (leaf.day >= m_inputs.firstSealed && leaf.day <= m_inputs.lastSealed)
                covered[leafPath(leaf)] = leaf;
    for (const Leaf& gone : m_stretch.pruned)
        m_rows[{gone.day, slugOfSeries(gone.series)}].pruned = true;
    for (const auto& [name, leaf] : covered) {
        if (m_bag.has(name))
            take(leaf, name, true);
        else if (!m_rows[{leaf.day, slugOfSeries(leaf.series)}].pruned && leaf.rows > 0)
            fault(name + " is missing, and was sealed.");
        m_sealedDays.insert(leaf.day);
    }
    for (std::int64_t day = m_inputs.firstSealed; day <= m_inputs.lastSealed; ++day)
        for (const std::string& name : m_bag.filesIn(pack::sealed + dayText(day) + '/'))
            if (!covered.contains(name)) {
                const std::string file = name.substr(name.rfind('/') + 1);
                take({day, "/" + file.substr(0, file.find('.')), 0, 0, {}}, name, false);
            }
}

void SealedRows::take(const Leaf& leaf, const std::string& name, bool covered) {
    const std::string text = m_bag.text(name);
    const std::string slug = slugOfSeries(leaf.series);
    Rows& rows = m_rows[{leaf.day, slug}];
    rows.any = true;
    std::int64_t count = 0;
    for (std::size_t begin = 0; begin < text.size(); ++count) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        line.resize(std::min(line.rfind('\t'), line.size()));
        rows.sealed.push_back(slug == "_events" ? withoutNumber(line) : std::move(line));
        begin = end + 1;
    }
    if (covered && (sha256(text) != leaf.hash || count != leaf.rows))
        fault(name + " is not what was sealed.");
    m_finding.unsealed += covered ? 0 : static_cast<std::uint64_t>(count);
}

void SealedRows::compare() {
    for (auto& [key, judged] : m_judged) {
        Rows& rows = m_rows[key];
        std::ranges::sort(judged);
        std::ranges::sort(rows.sealed);
        if (judged != rows.sealed && !(rows.pruned && !rows.any))
            fault("The checks of " + cleanedText(key.second) + " on " + dayText(key.first) + " in " +
                  pack::observations + " are not those that were sealed.");
    }
    for (const auto& [key, rows] : m_rows)
        if (!rows.sealed.empty() && !m_judged.contains(key) &&
            (key.second == "_events" || m_watchlist.findByName(key.second) != nullptr))
            fault("The checks of " + cleanedText(key.second) + " on " + dayText(key.first) + " are missing in " +
                  pack::observations + '.');
}

} // namespace kpwatch
