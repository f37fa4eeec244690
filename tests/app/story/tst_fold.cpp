// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every record, told at random: the order of questions to the judge changes nothing, a restart
// changes nothing, lanes have no holes and no overlaps.
#include "app/story/replay.h"
#include "tests/support/ringed_story.h"

#include <QTest>

#include <random>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

using Random = std::mt19937;

int between(Random& random, int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }

Outcome anyOutcome(Random& random) {
    switch (between(random, 0, 6)) {
    case 0:
        return Outcome::answer(milliseconds(between(random, 5, 3000)));
    case 1:
        return Outcome::page(between(random, 0, 1) == 0 ? 503 : 200);
    case 2:
        return Outcome::neutral(Failure::PermissionDenied);
    case 3:
        return {Failure::Refused, Stage::Connect, {}, milliseconds(180)};
    default:
        return Outcome::timeout(milliseconds(between(random, 9000, 20000)));
    }
}

// Outages, loss, dead controls, gaps of every kind, new epochs; in a third of them all rings, and somebody who answers
// for everybody now and then.
Story anyStory(unsigned seed, int length) {
    Random random(seed);
    const bool ringed = between(random, 0, 2) == 0;
    const int controls = between(random, 0, 5) == 0 ? 0 : between(random, 1, 5);
    Story story(ringed ? ringedWatchlist() : storyWatchlist(controls), seed);
    for (const Control& control : story.watchlist().controls)
        if (control.ring == Ring::Negative)
            story.sees(control.target.name, 0, length, Outcome::timeout());
    const auto stretch = [&](int longest, const auto& say) {
        const int from = between(random, 0, length);
        say(from, from + between(random, 30, longest));
    };
    std::vector<std::string> names;
    for (const Target& target : story.watchlist().targets)
        names.push_back(target.name);
    for (const Control& control : story.watchlist().controls)
        names.push_back(control.target.name);
    for (int i = between(random, 0, 14); i > 0; --i)
        stretch(5400, [&](int from, int to) {
            const auto pick = static_cast<std::size_t>(between(random, 0, static_cast<int>(names.size()) - 1));
            story.sees(names[pick], from, to, anyOutcome(random));
        });
    for (int i = between(random, 0, 2); i > 0; --i)
        stretch(3600, [&](int from, int to) { story.loses(from, to, between(random, 5, 60) / 100.0); });
    for (int i = between(random, 0, 2); i > 0; --i)
        stretch(2400, [&](int from, int to) { story.allTargetsSee(from, to, anyOutcome(random)); });
    for (int i = between(random, 0, 1); i > 0; --i)
        stretch(1200, [&](int from, int to) { story.allControlsSee(from, to, Outcome::timeout()); });
    for (int i = between(random, 0, 3); i > 0; --i)
        stretch(4000, [&](int from, int to) {
            story.silent(from, to);
            switch (between(random, 0, 4)) {
            case 0:
                story.happens(from, Paused{}).happens(to, Resumed{});
                break;
            case 1:
                story.happens(from, Stopped{}).happens(to, Started{});
                break;
            case 2:
                story.happens(to, Asleep{after(seconds(from))});
                break;
            case 3:
                story.happens(to, Started{});
                break;
            default:
                break;
            }
        });
    story.happens(0, Epoch{"home", {}, {}});
    for (int i = between(random, 0, 1); i > 0; --i)
        story.happens(between(random, 0, length), Epoch{"elsewhere", {}, {}});
    return story;
}

// Feeds rows as replay does, asking after every row if wanted, and moving the clock in between as a live program does.
enum class Asking { Once, AtEveryRow, AtEveryRowWithClock };
TargetSpans fold(const Watchlist& list, const Story::Rows& rows, Asking asking, UtcTime from = UtcTime::min()) {
    Judge judge(list, {});
    TargetSpans spans;
    const auto ask = [&] {
        for (const SpanChange& change : judge.changes())
            applyChange(spans, change);
    };
    auto event = rows.events.begin();
    const auto tell_until = [&](UtcTime time) {
        for (; event != rows.events.end() && event->at <= time; ++event) {
            const bool lasting = std::holds_alternative<Epoch>(event->what); // told again after a restart
            if (event->at < from && !lasting)
                continue;
            judge.take(*event);
            if (asking != Asking::Once)
                ask();
        }
    };
    for (const Observation& row : rows.observations) {
        tell_until(row.endedAt());
        if (row.endedAt() < from)
            continue;
        if (asking == Asking::AtEveryRowWithClock)
            for (UtcTime now = judge.clock() + seconds(7); judge.clock() > UtcTime{} && now < row.endedAt();
                 now += seconds(7)) {
                judge.advanceTo(now);
                ask();
            }
        judge.take(row);
        if (asking != Asking::Once)
            ask();
    }
    tell_until(UtcTime::max());
    ask();
    for (auto& [lane, its_spans] : spans)
        its_spans.back().range.end = judge.clock();
    return spans;
}

std::string text(const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans) {
        out += isoUtc(span.range.begin) + " " + isoUtc(span.range.end) + " " + std::string(name(span.verdict)) + " " +
               std::string(name(span.reason)) + " " + span.note;
        for (const auto& onset : {span.onset, span.ended})
            out += onset ? " (" + (onset->after ? isoUtc(*onset->after) : "-") + ", " + isoUtc(onset->by) + "]" : "";
        out += "\n";
    }
    return out;
}

bool same(const TargetSpans& left, const TargetSpans& right, UtcTime from, const Watchlist& list) {
    if (left.size() != right.size())
        return false;
    for (const auto& [lane, spans] : left) {
        const auto end = spans.back().range.end;
        const std::string one = text(spansWithin(spans, {from, end}));
        const std::string other = text(spansWithin(right.at(lane), {from, end}));
        if (one == other)
            continue;
        const Target* const target = list.find(lane);
        qWarning("%s\n--- one\n%s--- other\n%s", target == nullptr ? "own-line" : target->name.c_str(), one.c_str(),
                 other.c_str());
        return false;
    }
    return true;
}

} // namespace

class TestFold : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void askingOftenChangesNothing() {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const Story story = anyStory(seed, 14400);
            const auto rows = story.until(14400);
            const auto once = fold(story.watchlist(), rows, Asking::Once);
            QVERIFY2(same(once, fold(story.watchlist(), rows, Asking::AtEveryRow), storyBegin(), story.watchlist()),
                     qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void movingTheClockChangesNothing() {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const Story story = anyStory(seed, 14400);
            const auto rows = story.until(14400);
            const auto once = fold(story.watchlist(), rows, Asking::Once);
            QVERIFY2(
                same(once, fold(story.watchlist(), rows, Asking::AtEveryRowWithClock), storyBegin(), story.watchlist()),
                qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void lanesHaveNoHolesAndNoOverlaps() {
        for (unsigned seed = 200; seed <= 260; ++seed) {
            const Story story = anyStory(seed, 10800);
            const auto rows = story.until(10800);
            const Replayed replayed = replayRows(story.watchlist(), {}, rows.observations, rows.events, true);
            QCOMPARE(replayed.spans.size(), story.watchlist().targets.size() + 1);
            for (const auto& [lane, spans] : replayed.spans) {
                QCOMPARE(isoUtc(spans.front().range.begin), isoUtc(replayed.firstRowAt));
                QCOMPARE(isoUtc(spans.back().range.end), isoUtc(replayed.lastRowAt));
                for (std::size_t i = 0; i < spans.size(); ++i) {
                    QVERIFY(spans[i].range.begin < spans[i].range.end);
                    QVERIFY(i == 0 || spans[i - 1].range.end == spans[i].range.begin);
                    const bool down = spans[i].verdict == Verdict::Down;
                    QVERIFY(down == spans[i].onset.has_value());
                    QVERIFY(down || !spans[i].ended);
                }
            }
        }
    }

    void nothingIsDownWithoutControls() {
        for (unsigned seed = 400; seed <= 430; ++seed) {
            Story story(storyWatchlist(0), seed);
            story.loses(0, 7200, 0.5).allTargetsSee(3000, 5000, Outcome::timeout());
            const auto rows = story.until(7200);
            for (const auto& [lane, spans] : fold(story.watchlist(), rows, Asking::Once))
                for (const Span& span : spans)
                    QVERIFY(span.verdict != Verdict::Down && span.verdict != Verdict::OwnConnectionDown);
        }
    }

    // A restart folds the last eight days; what it says of the last two must be what it would have said all along.
    void restartChangesNothing() {
        for (unsigned seed = 1; seed <= 4; ++seed) {
            constexpr int ten_days = 864000;
            Random random(seed);
            Story story(storyWatchlist(3), seed);
            for (int i = 0; i < 40; ++i) {
                const int from = between(random, 0, ten_days);
                story.sees(story.watchlist().targets[static_cast<std::size_t>(between(random, 0, 9))].name, from,
                           from + between(random, 60, 20000), anyOutcome(random));
            }
            for (int i = 0; i < 6; ++i) {
                const int from = between(random, 0, ten_days);
                story.silent(from, from + between(random, 60, 40000));
                story.loses(from + 50000, from + 60000, 0.1);
            }
            story.happens(0, Epoch{"home", {}, {}}).happens(between(random, 100, ten_days), Epoch{"cafe", {}, {}});
            const auto rows = story.until(ten_days);
            const UtcTime from = after(seconds(ten_days - 8 * 86400));
            const UtcTime compared = after(seconds(ten_days - 2 * 86400));
            QVERIFY2(same(fold(story.watchlist(), rows, Asking::Once),
                          fold(story.watchlist(), rows, Asking::Once, from), compared, story.watchlist()),
                     qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
