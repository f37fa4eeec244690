// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/events_panel.h"

#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

QString eventLine(const DatedEvent& event) {
    const QString when = event.wholeDay ? words::weekdayDayKst(event.at) : words::stampKst(event.at);
    return QStringLiteral("%1 · %2 · %3")
        .arg(when, words::cleaned(event.title, 200), words::cleaned(event.source, 200));
}

EventsPanel::EventsPanel(std::filesystem::path directory, QWidget* parent)
    : QDialog(parent), m_directory(std::move(directory)), m_said(new TextLabel(13, 400, Ink::Text2, this)),
      m_view(new QListView(this)), m_lines(new QStringListModel(this)) {
    setWindowTitle(tr("Events"));
    auto* caveat = new TextLabel(13, 400, Ink::Text2, this);
    caveat->setWordWrap(true);
    caveat->setText(
        tr("What others dated, in the range in view. That it lies beside a gap makes it no cause. It is in no "
           "chart and no export."));
    m_view->setModel(m_lines);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(true);
    m_view->setAccessibleName(windowTitle());
    addToMenu(*m_view, tr("Copy this line"),
              [this] { QGuiApplication::clipboard()->setText(m_view->currentIndex().data().toString()); });
    m_said->setWordWrap(true);
    auto* import = new Button(tr("Import CSV…"), ButtonKind::Plain, this);
    m_remove = new Button(tr("Remove imported"), ButtonKind::Plain, this);
    auto* row = new QHBoxLayout;
    row->addWidget(import);
    row->addWidget(m_remove);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    for (QWidget* const each : std::initializer_list<QWidget*>{caveat, m_view, m_said})
        column->addWidget(each, each == m_view ? 1 : 0);
    column->addLayout(row);
    connect(import, &Button::clicked, this, &EventsPanel::choose);
    connect(m_remove, &Button::clicked, this, &EventsPanel::remove);
    resize(qRound(520 * textScale()), qRound(420 * textScale()));
    read();
}

void EventsPanel::setRange(TimeRange range) {
    m_range = range;
    list();
}

void EventsPanel::choose() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Import events"), {}, tr("Table (*.csv)"));
    if (!file.isEmpty())
        take(file.toStdString());
}

void EventsPanel::take(const std::filesystem::path& csv) {
    change([&] { keepEvents(m_directory, csv); });
}

void EventsPanel::remove() {
    const QString what =
        tr("Imported: %1. They are taken off this list; the file they came from stays where it is.").arg(m_imported);
    if (askPlainly(this, tr("Remove imported"), what, tr("Remove")))
        change([this] { dropEvents(m_directory); });
}

void EventsPanel::change(const std::function<void()>& work) {
    try {
        work();
        read();
    } catch (const std::runtime_error& error) {
        m_said->setText(troubleWords(error.what()));
    }
}

void EventsPanel::read() {
    try {
        m_events = knownEvents();
        const std::vector<DatedEvent> kept = keptEvents(m_directory);
        m_events.insert(m_events.end(), kept.begin(), kept.end());
        std::stable_sort(m_events.begin(), m_events.end(),
                         [](const DatedEvent& left, const DatedEvent& right) { return left.at < right.at; });
        m_imported = kept.size();
        m_remove->setEnabled(!kept.empty());
        m_said->setText(kept.empty() ? tr("None imported. A table begins with the line \"date,title,source\".")
                                     : tr("%1 imported").arg(m_imported));
    } catch (const std::runtime_error& error) {
        m_said->setText(troubleWords(error.what()));
    }
    list();
}

// A day alone lasts from its midnight in Korea to that of UTC.
static bool inView(const DatedEvent& event, TimeRange range) {
    using std::chrono::hours;
    if (!event.wholeDay)
        return range.contains(event.at);
    return event.at - hours(9) < range.end && range.begin < event.at + hours(24);
}

void EventsPanel::list() {
    QStringList lines;
    for (const DatedEvent& event : m_events)
        if (inView(event, m_range))
            lines << eventLine(event);
    if (lines.isEmpty())
        lines << tr("None in the range in view.");
    if (lines != m_lines->stringList())
        m_lines->setStringList(lines);
}

} // namespace kpwatch
