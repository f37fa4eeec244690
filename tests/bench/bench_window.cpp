// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: a frame of zooming and panning, a chart of a million checks beside other ways to draw it, from
// a stored check to the screen, to the first paint beside a bare window, and doing nothing. `bench_window [part]`, or
// `bench_window year DIR` with a record that `bench_history ROWS DIR` has made, with a display (`xvfb-run -a`) or
// QT_QPA_PLATFORM=offscreen.
#include "app/history/history_reader.h"
#include "app/simulation/past.h"
#include "app/simulation/stage.h"
#include "app/watch/monitor.h"
#include "tests/bench/cold.h"
#include "tests/bench/custom_plot.h"
#include "tests/bench/year_list.h"
#include "ui/live/live_page.h"
#include "ui/live/response_chart.h"
#include "ui/live/timeline_paint.h"
#include "ui/main_window.h"
#include "ui/paint/chart.h"

#include <QApplication>
#include <QBuffer>
#include <QChartView>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineSeries>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <cstdio>
#include <functional>
#include <random>
#include <sys/resource.h>
#include <unistd.h>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime now = parseIsoUtc("2026-03-12T07:46:20Z").value();

struct Figures {
    double median = 0, p95 = 0, p99 = 0;
};

Figures figuresOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
    };
    return {at(0.5), at(0.95), at(0.99)};
}

// Processor time of this thread: what is drawn waits for nobody, and the machine may have others to serve.
double spentMillis() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

Figures timed(int times, const std::function<void(int)>& work) {
    std::vector<double> values;
    for (int i = -3; i < times; ++i) {
        const double before = spentMillis();
        work(i);
        if (i >= 0)
            values.push_back(spentMillis() - before);
    }
    return figuresOf(values);
}

void report(const char* what, const Figures& figures) {
    std::printf("%-62s %8.2f ms median %8.2f ms p95\n", what, figures.median, figures.p95);
    std::fflush(stdout);
}

void ratio(const char* what, double value) {
    std::printf("%-62s %8.2f\n", what, value);
    std::fflush(stdout);
}

// --- zooming and panning ---

Timeline lanesOf(int lanes, int spans, TimeRange range) {
    Timeline made;
    made.range = range;
    made.now = range.end;
    std::minstd_rand chance(7);
    for (int i = 0; i < lanes; ++i) {
        Lane lane;
        lane.id = lane.label = lane.shortLabel = "lane " + std::to_string(i);
        lane.kind = LaneKind::Site;
        const auto step = range.length() / spans;
        for (int s = 0; s < spans; ++s) {
            Span span;
            span.range = {range.begin + s * step, s + 1 < spans ? range.begin + (s + 1) * step : range.end};
            span.verdict = s % 2 == 0 ? Verdict::Up : static_cast<Verdict>(chance() % 8);
            lane.spans.push_back(span);
        }
        made.lanes.push_back(lane);
    }
    return made;
}

// 1600 x 600; every frame shows another range, from a year down to an hour and along it.
Figures frames(int spans) {
    const TimeRange year{now - 24h * 365, now};
    TimelineData data;
    data.timeline = lanesOf(20, spans, year);
    QImage image(1600, 600, QImage::Format_ARGB32_Premultiplied);
    return timed(120, [&](int frame) {
        ViewState view(now);
        const double share = std::pow(0.93, std::abs(frame) % 60);
        const auto length = std::chrono::milliseconds(static_cast<std::int64_t>(year.length().count() * share));
        const auto end = now - (year.length() - length) * (std::abs(frame) % 7) / 7;
        view.show({end - length, end});
        const TimelineLayout layout = timelineLayout(data, view, 600, 16);
        TimelinePicture picture;
        picture.layout = &layout;
        picture.axis = {view.range(), gutterWidth(), 1580};
        picture.now = now;
        picture.size = image.size();
        QPainter painter(&image);
        paintTimeline(painter, picture, Theme::light());
    });
}

void zoom() {
    const Figures few = frames(100), many = frames(10'000), most = frames(100'000);
    report("frame, 20 lanes x 100 spans", few);
    report("frame, 20 lanes x 10,000 spans (at most 8 ms p95)", many);
    report("frame, 20 lanes x 100,000 spans", most);
    ratio("100,000 spans : 100 spans (at most 3)", most.median / few.median);
}

// --- one change among many ---

// What it takes until one lane of so many that says something else is on the screen.
Figures oneOf(int lanes) {
    TimelineWidget widget(now);
    widget.resize(1600, 600);
    LiveStatus live;
    const Timeline day = lanesOf(lanes, 20, {now - 24h, now});
    for (const Lane& lane : day.lanes)
        live.sites.push_back({lane.id, lane.label, Verdict::Up, now});
    widget.setTimeline(day, {});
    widget.setStatus(live);
    widget.show();
    QApplication::processEvents();
    return timed(100, [&](int turn) {
        live.sites[3].state = turn % 2 == 0 ? Verdict::Down : Verdict::Up;
        widget.setStatus(live);
        QApplication::processEvents(); // paints
    });
}

void cells() {
    const Figures few = oneOf(100), many = oneOf(1000);
    report("one lane of 100 says something else", few);
    report("one lane of 1000", many);
    ratio("1000 : 100 (at most 1.2)", many.median / few.median);
}

// --- a chart of a million checks ---

struct Check {
    UtcTime at;
    Micros length;
};

std::vector<Check> checksOf(int count, TimeRange range) {
    std::vector<Check> checks;
    checks.reserve(static_cast<std::size_t>(count));
    std::minstd_rand chance(3);
    const auto step = range.length() / count;
    for (int i = 0; i < count; ++i)
        checks.push_back({range.begin + i * step, Micros(120'000 + static_cast<int>(chance() % 60'000))});
    return checks;
}

// As the reader of the record does it: the lowest and the highest of each column.
std::vector<LatencyPoint> columnsOf(const std::vector<Check>& checks, TimeRange range, int columns) {
    std::vector<LatencyPoint> points;
    auto check = checks.begin();
    for (int column = 1; column <= columns && check != checks.end(); ++column) {
        const UtcTime end = range.begin + range.length() * column / columns;
        LatencyPoint point{check->at, check->length, check->length, 0};
        for (; check != checks.end() && check->at < end; ++check, ++point.answers) {
            point.lowest = std::min(point.lowest, check->length);
            point.highest = std::max(point.highest, check->length);
        }
        if (point.answers > 0)
            points.push_back(point);
    }
    return points;
}

QList<QPointF> pointsOf(const std::vector<Check>& checks, TimeRange range) {
    QList<QPointF> points;
    for (const Check& check : checks)
        points.append(
            {static_cast<double>((check.at - range.begin).count()), static_cast<double>(check.length.count()) / 1000});
    return points;
}

Figures undecimated(const std::vector<Check>& checks, TimeRange range) {
    QList<QPointF> points = pointsOf(checks, range);
    auto* chart = new QChart;
    QChartView view(chart);
    view.resize(1600, 600);
    auto* series = new QLineSeries;
    series->replace(points);
    chart->addSeries(series);
    chart->createDefaultAxes();
    view.show();
    QApplication::processEvents();
    return timed(5, [&](int frame) {
        points[0].setY(150 + frame); // as a new answer does
        series->replace(points);
        QApplication::processEvents(); // paints
    });
}

void million() {
    const TimeRange year{now - 24h * 365, now};
    const std::vector<Check> checks = checksOf(1'000'000, year);
    ResponseChart chart;
    chart.resize(1600, 600);
    chart.show();
    QApplication::processEvents();
    const Figures ours = timed(20, [&](int) {
        chart.setPoints(columnsOf(checks, year, 1500), year, 1500, 30s);
        QApplication::processEvents(); // paints
    });
    report("chart of 1,000,000 checks, lowest and highest per column", ours);
#ifdef KPWATCH_QCUSTOMPLOT
    CustomPlot plot(pointsOf(checks, year));
    const Figures custom = timed(20, [&](int frame) { plot.drawWith(150 + frame); });
    report("the same in QCustomPlot", custom);
    ratio("ours : QCustomPlot (at most 1.2)", ours.median / custom.median);
#endif
    const Figures plain = undecimated(checks, year);
    report("the same in Qt Charts, every point", plain);
    ratio("every point : ours (at least 50)", plain.median / ours.median);
}

// --- the article PNG ---

void article() {
    const Timeline day = lanesOf(4, 60, {now - 24h, now});
    report("article PNG, drawn and encoded (at most 150 ms)", timed(20, [&](int) {
               const QImage image = chartImage(ChartPreset::article(), day, {.asOf = now}, Theme::print());
               QBuffer file;
               file.open(QIODevice::WriteOnly);
               image.save(&file, "PNG");
           }));
}

// --- with a record and a network ---

// The real window before the demo's network, all in one process.
struct Watched {
    Watched()
        : stage(simulation::scenario("quiet"), 1),
          staged(QJsonDocument::fromJson(QByteArray::fromStdString(stage.json())).object()),
          settings(parseSettings(part("settings"), "the bench")),
          watchlist(parseWatchlist(part("watchlist"), "the bench", settings)),
          directory(folder.filePath(QStringLiteral("history")).toStdString()) {
        simulation::writePast({directory, true}, watchlist, settings, utcNow(), simulation::scenario("quiet"));
        monitor = std::make_unique<Monitor>(HistoryOptions{directory, true}, watchlist, settings);
        archive = std::make_unique<Archive>(directory, watchlist);
        window = std::make_unique<MainWindow>(*monitor, *archive, watchlist, settings,
                                              MainWindowOptions{.simulated = true, .agreed = Direct{}});
    }
    std::string part(const char* key) const {
        return QJsonDocument(staged[QLatin1String(key)].toObject()).toJson(QJsonDocument::Compact).toStdString();
    }

    QTemporaryDir folder;
    simulation::Stage stage;
    QJsonObject staged;
    Settings settings;
    Watchlist watchlist;
    std::filesystem::path directory;
    std::unique_ptr<Monitor> monitor;
    std::unique_ptr<Archive> archive;
    std::unique_ptr<MainWindow> window;
};

// From the bell, which rings as soon as the commit has returned, to the end of the first repaint of the window after
// it.
class Repaints : public QObject {
  public:
    explicit Repaints(MainWindow& window) {
        window.installEventFilter(this);
        window.windowHandle()->installEventFilter(this);
    }
    void rung() { m_rung = m_clock.nsecsElapsed(); }
    // After the window has taken it in: what changes nothing to be seen is not painted, and not counted. A window waits
    // a few milliseconds for more to paint (QPlatformWindow::requestUpdate).
    void takenIn() {
        QTimer::singleShot(50, this, [this] { m_rung = 0; });
    }
    std::vector<double> millis;

  protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() != QEvent::UpdateRequest || m_passing)
            return false;
        m_passing = true;
        QApplication::sendEvent(object, event); // paints and flushes
        m_passing = false;
        if (const std::int64_t rung = m_rung.exchange(0); rung > 0)
            millis.push_back(static_cast<double>(m_clock.nsecsElapsed() - rung) / 1e6);
        return true;
    }

  private:
    static QElapsedTimer started() {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
    QElapsedTimer m_clock = started();
    std::atomic<std::int64_t> m_rung{0};
    bool m_passing = false;
};

// Times a thread of ours, gone or still there, was put to sleep of its own will and woken again (getrusage(2)).
std::int64_t wakeUps() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_nvcsw;
}

// qWait sleeps 10 ms at a time, and what happens meanwhile would wait for it.
void runFor(std::chrono::milliseconds length) {
    QTimer::singleShot(length, qApp, [] { QCoreApplication::exit(0); }); // quit() would close the window first
    QApplication::exec();
}

void idle(const char* what, std::chrono::seconds length) {
    QTest::qWait(3000);
    const std::int64_t before = wakeUps();
    const std::clock_t used = std::clock();
    runFor(length); // nothing of the bench's own wakes: the loop ends by a single timer
    const auto woken = static_cast<double>(wakeUps() - before);
    std::printf("%-62s %8.2f wake-ups/s %7.3f %% of a core\n", what, woken / static_cast<double>(length.count()),
                100.0 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC /
                    static_cast<double>(length.count()));
    std::fflush(stdout);
}

void live() {
    Watched watched;
    watched.window->show();
    Repaints repaints(*watched.window);
    QObject::connect(
        watched.monitor.get(), &Monitor::bell, &repaints, [&repaints] { repaints.rung(); }, Qt::DirectConnection);
    QObject::connect(
        watched.monitor.get(), &Monitor::bell, &repaints, [&repaints] { repaints.takenIn(); }, Qt::QueuedConnection);
    runFor(15s); // the record has been folded
    repaints.millis.clear();
    runFor(30s);
    if (repaints.millis.empty()) {
        std::puts("nothing was repainted: nothing was recorded");
        return;
    }
    const Figures shown = figuresOf(repaints.millis);
    std::printf("%-62s %8.2f ms median %8.2f ms p99 (%zu)\n", "commit to the screen, whole window (at most 1, 5)",
                shown.median, shown.p99, repaints.millis.size());
    watched.monitor->pause();
    idle("paused, window open (at most 2 wake-ups/s)", 20s);
    watched.window->showMinimized();
    idle("paused, minimised (at most 0.03 wake-ups/s)", 60s);
}

// --- a year of a big record ---

// From the opening of the record to the flushed pixels of the range, by the clock: reading, laying out, painting.
double firstPixel(const std::filesystem::path& directory, const Watchlist& list, RangeChoice range, UtcTime at) {
    const Settings settings;
    LivePage page(list, settings, {}, at);
    page.resize(1440, 850);
    page.card().choose(range);
    page.show();
    QApplication::processEvents();
    QElapsedTimer clock;
    clock.start();
    Archive archive(directory, list);
    QEventLoop loop;
    QObject::connect(&archive, &Archive::bell, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    archive.ask(page.query());
    loop.exec();
    page.setAnswer(archive.take().value());
    QApplication::processEvents(); // paints and flushes
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// Of the record that `bench_history ROWS DIR` left in DIR.
void year(const std::filesystem::path& home) {
    const Watchlist list = bench::watchlistOf(20);
    const std::filesystem::path directory = home / "year";
    const UtcTime last = HistoryReader(directory).lastRowAt().value();
    const auto measure = [&](const char* what, RangeChoice range, bool cold) {
        std::vector<double> values;
        for (int i = cold ? 0 : -2; i < 9; ++i) {
            if (cold)
                bench::makeCold(directory / "history.db");
            const double value = firstPixel(directory, list, range, last);
            if (i >= 0)
                values.push_back(value);
        }
        report(what, figuresOf(values));
    };
    measure("first pixel of the whole record, cold (at most 100 ms)", RangeChoice::All, true);
    measure("first pixel of the whole record, warm (at most 50 ms)", RangeChoice::All, false);
    measure("first pixel of its last day, cold", RangeChoice::Day, true);
    measure("first pixel of its last day, warm", RangeChoice::Day, false);
}

// --- start ---

// In a process of its own: until the first paint has been flushed.
int startBare() {
    QMainWindow window;
    auto* chart = new QChart;
    auto* series = new QLineSeries;
    for (int i = 0; i < 1500; ++i)
        series->append(i, i % 97);
    chart->addSeries(series);
    chart->createDefaultAxes();
    window.setCentralWidget(new QChartView(chart));
    window.resize(1440, 900);
    window.show();
    QApplication::processEvents();
    return 0;
}

int startOurs(const std::filesystem::path& directory) {
    installFonts();
    const Settings settings;
    const Watchlist watchlist = defaultWatchlist(settings);
    Monitor monitor({directory, false}, watchlist, settings);
    Archive archive(directory, watchlist);
    MainWindow window(monitor, archive, watchlist, settings, {});
    window.show();
    QApplication::processEvents();
    std::fflush(stdout);
    ::_exit(0); // not what is measured
}

double childrenMillis() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto of = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return of(used.ru_utime) + of(used.ru_stime);
}

void start() {
    const QTemporaryDir folder;
    const QString directory = folder.filePath(QStringLiteral("history"));
    {
        const Settings settings;
        const Watchlist watchlist = defaultWatchlist(settings);
        History history({directory.toStdString(), false}, watchlist, settings, now - 24h * 365);
        Batch batch;
        for (const Target& target : watchlist.targets)
            for (int change = 0; change < 1750; ++change) {
                Span span;
                const UtcTime at = now - 24h * 365 + change * 5h;
                span.range = {at, at + 5h};
                span.verdict = change % 2 == 0 ? Verdict::Up : Verdict::Down;
                batch.spans.push_back({target.id, at, {span}});
            }
        history.append(batch);
    }
    const auto run = [](const QStringList& arguments) { // processor time of the whole process
        std::vector<double> values;
        for (int i = -1; i < 12; ++i) {
            const double before = childrenMillis();
            QProcess::execute(QCoreApplication::applicationFilePath(), arguments);
            if (i >= 0)
                values.push_back(childrenMillis() - before);
        }
        return figuresOf(values);
    };
    const Figures bare = run({QStringLiteral("start-bare")}), ours = run({QStringLiteral("start-ours"), directory});
    report("start to first paint, bare Widgets and Charts window", bare);
    report("start to first paint, ours with a year of changes", ours);
    ratio("ours : bare (at most 2)", ours.median / bare.median);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    installFonts();
    const std::string part = argc > 1 ? argv[1] : "";
    if (part == "start-bare")
        return startBare();
    if (part == "start-ours")
        return startOurs(argv[2]);
    if (part == "year" && argc > 2) {
        year(argv[2]);
        return 0;
    }
    const std::pair<const char*, void (*)()> parts[] = {{"zoom", zoom},       {"cells", cells}, {"million", million},
                                                        {"article", article}, {"start", start}, {"live", live}};
    for (const auto& [name, measure] : parts)
        if (part.empty() || part == name)
            measure();
    return 0;
}
