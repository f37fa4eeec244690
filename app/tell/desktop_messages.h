// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications of the desktop over D-Bus (Desktop Notifications Specification 1.2, org.freedesktop.Notifications): one
// message per key, changed in place. Never blocks and never fails; where nobody shows notifications, available() says
// so. GUI (or main) thread.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>

#include <map>
#include <optional>

namespace kpwatch {

struct DesktopMessage {
    enum class Urgency { Low, Normal, Critical }; // as the specification has them; none makes a sound
    QString title, body;                          // plain text
    Urgency urgency = Urgency::Normal;
    bool insists = true; // is shown anew if the person closed it; what only changes its figures does not
    bool operator==(const DesktopMessage&) const = default;
};

class DesktopMessages : public QObject {
    Q_OBJECT
  public:
    // `bus_address` is that of a message bus; empty for the session's.
    explicit DesktopMessages(const QString& bus_address = {}, QObject* parent = nullptr);
    ~DesktopMessages() override;

    void show(const QString& key, const DesktopMessage& message);
    void rename(const QString& key, const QString& to); // the same message is called so from now on
    void withdraw(const QString& key);
    // What a program before this one left on the screen: numbers() of then, of the same server(). It is changed in
    // place by what insists, and by nothing else. Call it before anything is shown.
    void takeOver(const std::map<QString, uint>& numbers, const QString& server);
    std::map<QString, uint> numbers() const; // by key; of those that are on the screen, or may be
    // Who gives them; until somebody has answered, the one before.
    QString server() const { return m_ready ? m_server : m_serverBefore; }
    bool available() const { return m_available; } // until somebody has answered: whether there is a bus

  Q_SIGNALS:
    void opened(const QString& key); // the person clicked on it
    void numbered();                 // numbers() has changed

  private Q_SLOTS:
    void onClosed(uint id, uint reason);
    void onAction(uint id, const QString& action);

  private:
    struct Shown {
        uint id = 0; // 0: not shown yet, or closed
        bool asked = false, closed = false, withdrawn = false;
        bool left = false;                  // by a program before this one
        std::optional<DesktopMessage> next; // to be shown once the one before has its id
    };

    void send(const QString& key, const DesktopMessage& message);
    void answered(const QString& key, uint id);
    void close(uint id);
    Shown* known(uint id, QString& key);
    void meet(const QString& server);

    QString m_name; // of our connection
    QDBusConnection m_bus;
    QString m_busId, m_server, m_serverBefore;
    QStringList m_capabilities;
    bool m_available = false, m_ready = false;
    std::map<QString, Shown> m_shown;
};

} // namespace kpwatch
