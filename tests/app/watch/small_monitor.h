// SPDX-License-Identifier: GPL-3.0-or-later
// A monitor of one target and one control on loopback with a record of its own, for tests of the engine as a whole. One
// thread.
#pragma once

#include "app/history/history_reader.h"
#include "app/simulation/tcp_server.h"
#include "app/watch/monitor.h"

#include <QStringList>
#include <QTemporaryDir>

namespace kpwatch::testing {

class SmallMonitor {
  public:
    explicit SmallMonitor(int timeout_s = 30) {
        const std::string json = R"({"version":1,"allow_private":true,"targets":[)" +
                                 tcp("router", R"("group":"routers",)", router, timeout_s) + R"(],"controls":[)" +
                                 tcp("control", "", control, timeout_s) + "]}";
        monitor = std::make_unique<Monitor>(HistoryOptions{.directory = history()},
                                            parseWatchlist(json, "test", Settings{}), Settings{});
    }

    std::filesystem::path beside(const char* name) const {
        return m_dir.filePath(QString::fromUtf8(name)).toStdString();
    }
    std::filesystem::path history() const { return beside("history"); }

    std::size_t rowsOnDisk() const { return rowsIn(history()); }
    std::size_t rowsIn(const std::filesystem::path& directory) const {
        std::size_t rows = 0;
        HistoryReader(directory).rows(monitor->watchlist(), {UtcTime{}, utcNow() + std::chrono::hours{1}},
                                      [&](const Observation* row, const Event*) { rows += row ? 1 : 0; });
        return rows;
    }

    QStringList eventsOnDisk() const { return eventsIn(history()); }
    QStringList eventsIn(const std::filesystem::path& directory) const {
        QStringList names;
        HistoryReader(directory).rows(monitor->watchlist(), {UtcTime{}, utcNow() + std::chrono::hours{1}},
                                      [&](const Observation*, const Event* event) {
                                          if (event)
                                              names << QString::fromUtf8(name(*event).data());
                                      });
        return names;
    }

  private:
    static std::string tcp(const std::string& id, const char* place, const TcpServer& server, int timeout_s) {
        return R"({"id":")" + id + R"(",)" + place + R"("probe":{"kind":"tcp","host":"127.0.0.1","port":)" +
               std::to_string(server.port()) + R"(},"interval_s":1,"timeout_s":)" + std::to_string(timeout_s) + "}";
    }

    const QTemporaryDir m_dir;

  public:
    TcpServer router{ServerPlace{}}, control{ServerPlace{}};
    std::unique_ptr<Monitor> monitor; // ends before what it asks
};

} // namespace kpwatch::testing
