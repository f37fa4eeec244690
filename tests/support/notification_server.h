// SPDX-License-Identifier: GPL-3.0-or-later
// A server of desktop notifications that shows nothing and remembers all. One thread.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace kpwatch::test {

class NotificationServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
  public:
    explicit NotificationServer(const QString& bus_address);
    ~NotificationServer() override;

    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("actions")};
    QStringList titles() const; // of those open, in order of their first showing
    QStringList bodies() const;
    QStringList everShown() const { return m_ever; }
    QVariantMap hints() const; // of the last
    void closeByHand(const QString& title);
    void click(const QString& title);

    // NOLINTBEGIN(readability-identifier-naming): names of the specification
  public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString& app, uint replaces, const QString& icon, const QString& title, const QString& body,
                const QStringList& actions, const QVariantMap& hints, int expires);
    void CloseNotification(uint id);

  Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString& action);
    // NOLINTEND(readability-identifier-naming)

  private:
    struct Open {
        uint id;
        QString title, body;
        QVariantMap hints;
    };
    std::vector<Open>::iterator byTitle(const QString& title);

    QString m_name;
    std::vector<Open> m_open;
    QStringList m_ever;
    uint m_last = 0;
};

} // namespace kpwatch::test
