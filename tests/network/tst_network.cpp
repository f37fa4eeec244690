// SPDX-License-Identifier: GPL-3.0-or-later
// Faults on the way to the servers, made in a network of namespaces: real packets meet real kernels, our probes say
// what they saw, and our judge says whose fault it is.
//
// chain.h shows the network, faults.cpp is the table: a new fault is a row in it. For each row a chain of its own is
// made, in which everybody answers at first. Then the fault happens, every target and control is really asked, and the
// program's schedule and judge live through another half an hour with what was seen (rehearsal.h). Rows run beside each
// other, since they mostly wait. Nothing leaves the namespaces, and nothing is left of them when the process ends.
//
// An ordinary user can run it where the kernel lets him make a user namespace, root nearly everywhere; else it is
// skipped and says why. KPWATCH_FAULT=loss runs the rows with that in their names alone.
#include "tests/network/faults.h"
#include "tests/network/rehearsal.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <sstream>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

using namespace std::chrono_literals;

constexpr int atATime = 18;
constexpr auto calm = 65min; // what is usual is known from answers an hour old

struct Outcome {
    std::string trouble; // why there is none
    std::map<std::string, std::string> checks, states;
    std::map<std::string, std::set<std::string>> statesEver;
    std::set<std::string> roads;
    std::set<std::string> calmStates; // of everybody before the fault
};

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : "|") + word;
    return text;
}

// The word for whoever is not named himself.
std::string wordFor(const Words& words, const std::string& slug, const std::string& company, const std::string& usual) {
    for (const std::string& whom : {slug, company})
        if (const auto found = words.find(whom); found != words.end())
            return found->second;
    return usual;
}

bool isOneOf(const std::string& word, const std::string& alternatives) {
    return ("|" + alternatives + "|").find("|" + word + "|") != std::string::npos;
}

Outcome lived(const Fault& fault) {
    Outcome outcome;
    Chain chain;
    const Watchlist watchlist = chainWatchlist(fault.timeout);
    Rehearsal rehearsal(chain, watchlist);
    std::vector<std::string> everybody{"own-line"};
    for (const Target& target : watchlist.targets)
        everybody.push_back(target.name);
    rehearsal.gather(6, 3ms); // not all at once: how fast they answer is remembered
    rehearsal.pass(calm);
    for (const std::string& slug : everybody)
        outcome.calmStates.insert(rehearsal.state(slug));
    for (const Step& step : fault.steps) {
        step.happens(chain);
        rehearsal.gather(fault.gathered, fault.pace);
        rehearsal.pass(step.lasts);
    }
    if (fault.road != std::string("?"))
        outcome.roads = rehearsal.roads("kcna-http");
    for (const std::string& slug : everybody) {
        outcome.states[slug] = rehearsal.state(slug);
        outcome.statesEver[slug] = rehearsal.statesEver(slug);
    }
    for (const Target& target : watchlist.targets)
        outcome.checks[target.name] = joined(rehearsal.seen(target.name));
    for (const Control& control : watchlist.controls)
        outcome.checks[control.target.name] = joined(rehearsal.seen(control.target.name));
    return outcome;
}

} // namespace

class TestNetwork : public QObject {
    Q_OBJECT

    std::vector<Fault> m_faults;
    std::vector<Outcome> m_outcomes;

    void runAll() {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> hands;
        for (int hand = 0; hand < atATime; ++hand)
            hands.emplace_back([&] {
                for (std::size_t row = next++; row < m_faults.size(); row = next++) {
                    try {
                        m_outcomes[row] = lived(m_faults[row]);
                    } catch (const std::exception& error) {
                        m_outcomes[row].trouble = error.what();
                    }
                }
            });
    }

    void rows() const {
        QTest::addColumn<int>("row");
        for (std::size_t row = 0; row < m_faults.size(); ++row)
            QTest::newRow(m_faults[row].name) << static_cast<int>(row);
    }
    const Fault& fault(int row) const { return m_faults[static_cast<std::size_t>(row)]; }
    const Outcome& outcome(int row) const { return m_outcomes[static_cast<std::size_t>(row)]; }

  private Q_SLOTS:
    void initTestCase() {
        if (const std::string why = whyNoNetwork(); !why.empty())
            QSKIP(why.c_str());
        const std::string wanted = qEnvironmentVariable("KPWATCH_FAULT").toStdString();
        std::copy_if(faults().begin(), faults().end(), std::back_inserter(m_faults),
                     [&](const Fault& each) { return std::string(each.name).find(wanted) != std::string::npos; });
        // The slowest first, so that nobody waits for it alone at the end.
        std::stable_sort(m_faults.begin(), m_faults.end(),
                         [](const Fault& left, const Fault& right) { return left.timeout > right.timeout; });
        m_outcomes.resize(m_faults.size());
        runAll();
    }

    void everybodyAnswersBeforeTheFault_data() { rows(); }
    void everybodyAnswersBeforeTheFault() {
        QFETCH(int, row);
        QVERIFY2(outcome(row).trouble.empty(), outcome(row).trouble.c_str());
        // A busy machine answers itself late.
        for (const std::string& state : outcome(row).calmStates)
            QVERIFY2(isOneOf(state, "up|degraded"), state.c_str());
    }

    void checksSeeTheFaultAsWhatItIs_data() { rows(); }
    void checksSeeTheFaultAsWhatItIs() {
        QFETCH(int, row);
        QVERIFY2(outcome(row).trouble.empty(), outcome(row).trouble.c_str());
        const Words& words = fault(row).checks;
        const Watchlist watchlist = chainWatchlist(fault(row).timeout);
        const std::string refused = "connect unreachable|connect timeout|exchange unreachable|exchange timeout";
        std::string wrong;
        const auto compare = [&](const std::string& slug, const std::string& expected) {
            const std::string seen = outcome(row).checks.at(slug);
            std::istringstream each(seen);
            for (std::string kind; std::getline(each, kind, '|');)
                if (expected.front() != '?' && !isOneOf(kind, expected))
                    wrong += "\n" + slug + ": seen " + kind + ", expected " + expected;
        };
        for (const Target& target : watchlist.targets)
            compare(target.name, wordFor(words, target.name, "*", "done none"));
        for (const Control& control : watchlist.controls) {
            const bool nobody = control.ring == Ring::Negative;
            compare(control.target.name, wordFor(words, control.target.name, std::string(name(control.ring)),
                                                 nobody ? refused : "done none"));
        }
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void tracesEndWhereTheFaultIs_data() { rows(); }
    void tracesEndWhereTheFaultIs() {
        QFETCH(int, row);
        QVERIFY2(outcome(row).trouble.empty(), outcome(row).trouble.c_str());
        for (const std::string& road : outcome(row).roads)
            QVERIFY2(isOneOf(road, fault(row).road), ("is " + road + ", expected " + fault(row).road).c_str());
    }

    void verdictsAreThoseOfTheRules_data() { rows(); }
    void verdictsAreThoseOfTheRules() {
        QFETCH(int, row);
        QVERIFY2(outcome(row).trouble.empty(), outcome(row).trouble.c_str());
        std::string wrong;
        for (const auto& [slug, state] : outcome(row).states) {
            std::string expected = wordFor(fault(row).states, slug, slug == "own-line" ? slug : "*", "up");
            // Mail waits for a control of its own at every check: the length of a story does not always suffice.
            if (slug == "mail-star" && expected != "up")
                expected += "|unknown not-answered-for";
            const std::set<std::string>& ever = outcome(row).statesEver.at(slug);
            if (!isOneOf(state, expected))
                wrong += "\n" + slug + ": is " + state + ", expected " + expected;
            if (!isOneOf("down", expected) && ever.contains("down"))
                wrong += "\n" + slug + ": was down for a time, expected " + expected;
        }
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void figures() {
        for (std::size_t row = 0; row < m_faults.size(); ++row) {
            std::map<std::string, std::string> states;
            for (const auto& [slug, state] : m_outcomes[row].states)
                states[state] += " " + slug;
            std::string line = std::string(m_faults[row].name) + ": " + joined(m_outcomes[row].roads) + ";";
            for (const auto& [state, slugs] : states)
                line += " [" + state + "]" + slugs;
            qInfo("%s", line.c_str());
        }
    }
};

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    TestNetwork test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_network.moc"
