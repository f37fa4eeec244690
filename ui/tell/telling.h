// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the person at this desktop what the alert rules say, by the desktop's notifications: one for each incident and
// one for our own line. What was told is kept in a file, so that a restart does not tell it again. GUI thread.
#pragma once

#include "app/tell/bulletin.h"
#include "app/tell/current_news.h"
#include "app/tell/desktop_messages.h"

#include <QTimer>

#include <filesystem>

namespace kpwatch {

class Telling : public QObject {
    Q_OBJECT
  public:
    // `watchlist` and `settings` must outlive it. `told`: the file; empty: nothing is kept. `bus_address`: empty for
    // the session's bus.
    Telling(const Watchlist& watchlist, const Settings& settings, bool simulated, std::filesystem::path told = {},
            const QString& bus_address = {}, QObject* parent = nullptr);

    void setWanted(bool wanted); // off: what is shown is taken away
    void setQuiet(std::optional<QuietHours> quiet);
    // The latest of each. An incident is told of when it is read, never from what was read earlier.
    void setIncidents(const IncidentsAnswer& answer);
    void setOwnLine(const OwnLineStatus& own_line);
    void setElsewhere(const AskingElsewhere& elsewhere) { m_news.takeElsewhere(elsewhere); }
    void tryOne(); // a message that says it is none
    bool available() const { return m_messages.available(); }
    const CurrentNews& news() const { return m_news; } // also while nobody wants to be told here

  Q_SIGNALS:
    void opened(const QString& incident); // the person wants to see it; empty: what there is now
    void answerWanted();                  // time alone has made something due: setIncidents() is awaited

  private:
    void tell(const std::vector<AlertNews>& news, UtcTime as_of);
    void waitForDue();
    void take(const AlertStep& step);
    void takeUp();
    void keep() const;

    const std::filesystem::path m_told;
    const Settings& m_settings;
    bool m_wanted = true;
    CurrentNews m_news;
    DesktopMessages m_messages;
    Bulletin m_bulletin{Recipient{.name = "this desktop", .inPlace = true}};
    QTimer m_due;
};

} // namespace kpwatch
