// SPDX-License-Identifier: GPL-3.0-or-later
// Slow spells and error pages open no incident: they have lists of their own, and go before one.
#include "app/story/grouping.h"
#include "app/story/spells.h"
#include "tests/support/lane_script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

const Watchlist list = storyWatchlist();

std::string shown(const std::vector<Spell>& spells) {
    std::string text;
    for (const Spell& spell : spells)
        text += (text.empty() ? "" : ", ") + list.find(spell.target)->name + " " + std::string(name(spell.verdict)) +
                "@" + std::to_string((spell.range.begin - storyBegin()) / std::chrono::minutes(1));
    return text;
}

} // namespace

class TestSpells : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void eachKindHasItsList() {
        const TargetSpans spans = lanesOf(list, "mfa-http s300-310 p400-500; kcna-http s100-120; ns1 200-210");
        QCOMPARE(shown(spellsOf(list, spans, Verdict::Degraded)),
                 std::string("kcna-http degraded@100, mfa-http degraded@300"));
        QCOMPARE(shown(spellsOf(list, spans, Verdict::ErrorPage)), std::string("mfa-http error-page@400"));
        QCOMPARE(spellsOf(list, spans, Verdict::ErrorPage)[0].note, std::string("503"));
    }

    void whatWentOnInTheHourBeforeIsAPrecursor() {
        const TargetSpans spans =
            lanesOf(list, "kcna-http s30-39 s150-190 200-250; mfa-http p130-141; naenara-http s210-220; ns1 s100-139");
        const auto incidents = incidentsOf({list, spans, {}, minute(1440)}, {});
        QCOMPARE(incidents.size(), std::size_t(1));
        QCOMPARE(shown(precursorsOf(incidents[0], list, spans)),
                 std::string("kcna-http degraded@150, mfa-http error-page@130"));
    }
};

QTEST_GUILESS_MAIN(TestSpells)
#include "tst_spells.moc"
