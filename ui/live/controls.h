// SPDX-License-Identifier: GPL-3.0-or-later
// Text and buttons in the theme's colours, so that panels need no style sheet of their own. The theme in force is read
// from the application's palette at paint time: who changes the palette changes every widget. GUI thread.
#pragma once

#include "ui/live/pressable.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QLabel>

#include <functional>

class QAbstractItemView;
class QAction;

namespace kpwatch {

// Light or night, after the application's palette.
const Theme& themeInForce();

enum class Ink { Text, Text2, Text3, Up, Degraded, Down, Unknown, Own };
QColor inkColour(Ink ink, const Theme& theme);
Ink inkOf(Verdict verdict); // of a sentence that names the state; plain text for up

// Plain text always: what it shows may come from the network. Elides to the right unless it wraps.
class TextLabel : public QLabel {
    Q_OBJECT
  public:
    explicit TextLabel(qreal px, int weight = 400, Ink ink = Ink::Text, QWidget* parent = nullptr);
    void setInk(Ink ink);
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; // the whole text as tooltip where it is cut

  private:
    QString shownText() const;
    Ink m_ink;
};

// For setToolTip: a tooltip guesses whether its text is HTML; so made it shows it as it stands, line by line.
QString plainTip(const QString& text);
// The tooltip, and the same words for who cannot see it: without a description Qt would read the markup out.
void setPlainTip(QWidget& widget, const QString& text);

// One more line in the menu of a list, for the row that the press or the keys have chosen.
QAction& addToMenu(QAbstractItemView& list, const QString& text, const std::function<void()>& run);

// The silhouette of a state. Decorative: the words beside it carry the meaning.
class StateIcon : public QWidget {
    Q_OBJECT
  public:
    explicit StateIcon(int size, QWidget* parent = nullptr); // at a text size of 100 %
    QSize sizeHint() const override;
    void setVerdict(Verdict verdict);
    Verdict verdict() const { return m_verdict; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int m_size;
    Verdict m_verdict = Verdict::NotMonitored;
};

enum class ButtonKind { Plain, Primary, Segment, Tab };

class Button : public Pressable<QAbstractButton> {
    Q_OBJECT
  public:
    Button(const QString& text, ButtonKind kind, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    ButtonKind kind() const { return m_kind; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintFace(QPainter& painter, const QRectF& rect, const Theme& theme) const;
    QColor textColour(const Theme& theme) const;
    ButtonKind m_kind;
};

// One of several, in the manner of the buttons.
class Selector : public QComboBox {
    Q_OBJECT
  public:
    explicit Selector(QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

// "SIMULATED", wherever what is shown is not the world.
class SimulatedBadge : public QLabel {
    Q_OBJECT
  public:
    explicit SimulatedBadge(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
};

// A line across.
class Divider : public QWidget {
    Q_OBJECT
  public:
    explicit Divider(QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

// 2 dp in the accent, just outside `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius, const Theme& theme);

} // namespace kpwatch
