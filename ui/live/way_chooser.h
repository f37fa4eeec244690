// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways out as one question: what each means for the person at this computer, and where the proxy listens,
// checked as it is typed. Sends nothing. GUI thread.
#pragma once

#include "app/way_out.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QRadioButton;

namespace kpwatch {

class TextLabel;

// What is wrong with a proxy's place, as one sentence with the way out; empty if it can be used.
QString proxyTrouble(const QString& host, const QString& port);

class WayChooser : public QWidget {
    Q_OBJECT
  public:
    explicit WayChooser(const WayOut& chosen, QWidget* parent = nullptr);
    std::optional<WayOut> way() const; // nullopt while the two fields name no proxy

  Q_SIGNALS:
    void changed();

  private:
    QRadioButton* addChoice(const QString& name, const QString& meaning);
    void makeFields(const WayOut& chosen);
    void follow();

    QRadioButton* m_direct;
    QRadioButton* m_proxied;
    QWidget* m_fields = nullptr;
    QRadioButton* m_observing;
    QLineEdit* m_host = nullptr;
    QLineEdit* m_port = nullptr;
    TextLabel* m_trouble = nullptr;
};

} // namespace kpwatch
