// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the world in the range that is looked at: a list beside the time line, opened by the person, and in
// no chart or export. A date beside a gap is no cause, and the panel says so. GUI thread.
#pragma once

#include "app/desk/dated_events.h"
#include "app/story/span.h"

#include <QDialog>

#include <functional>

class QListView;
class QStringListModel;

namespace kpwatch {

class Button;
class TextLabel;

class EventsPanel : public QDialog {
    Q_OBJECT
  public:
    // `directory` is that of the record, beside which the person's own list lies.
    explicit EventsPanel(std::filesystem::path directory, QWidget* parent = nullptr);
    void setRange(TimeRange range);
    void take(const std::filesystem::path& csv); // instead of the list there is

  private:
    void choose();
    void remove();                                  // asks first
    void change(const std::function<void()>& work); // of the list there is
    void read();
    void list();

    const std::filesystem::path m_directory;
    std::vector<DatedEvent> m_events;
    std::size_t m_imported = 0;
    TimeRange m_range{};
    TextLabel* m_said;
    Button* m_remove = nullptr;
    QListView* m_view;
    QStringListModel* m_lines;
};

// "Thu 5 Mar · A parade · KCNA"; with its time of day where one is given.
QString eventLine(const DatedEvent& event);

} // namespace kpwatch
