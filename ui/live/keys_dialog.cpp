// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/keys_dialog.h"

#include "ui/live/controls.h"
#include "ui/live/window_size.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

// Of the line that the text is: Hangul reaches higher than Latin letters.
qreal ascentOf(const TextLabel& label) {
    QTextLayout text(label.text(), label.font());
    text.beginLayout();
    const QTextLine line = text.createLine();
    text.endLayout();
    return line.ascent();
}

class KeyList : public QWidget {
  public:
    explicit KeyList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
        m_grid->setContentsMargins(20, 12, 20, 16);
        m_grid->setHorizontalSpacing(24);
        m_grid->setVerticalSpacing(5);
        m_grid->setColumnStretch(1, 1);
    }
    void addHeading(const QString& text) {
        auto* heading = new TextLabel(10.5, 600, Ink::Text2, this);
        heading->setText(text);
        heading->setContentsMargins(0, 10, 0, 2);
        m_grid->addWidget(heading, m_grid->rowCount(), 0, 1, 2);
    }
    void add(const QString& key, const QString& what) {
        auto* left = new TextLabel(13, 600, Ink::Text, this);
        left->setText(key);
        left->setMinimumWidth(left->fontMetrics().horizontalAdvance(key) + 2);
        auto* right = new TextLabel(13, 400, Ink::Text, this);
        right->setText(what);
        right->setWordWrap(true);
        const int lower = qRound(ascentOf(*right) - ascentOf(*left)); // on one baseline
        left->setContentsMargins(0, std::max(0, lower), 0, 0);
        right->setContentsMargins(0, std::max(0, -lower), 0, 0);
        const int row = m_grid->rowCount();
        m_grid->addWidget(left, row, 0, Qt::AlignTop);
        m_grid->addWidget(right, row, 1, Qt::AlignTop);
    }

  private:
    QGridLayout* m_grid;
};

} // namespace

KeysDialog::KeysDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys and gestures"));
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto* list = new KeyList(area);
    list->addHeading(tr("IN THE TIMELINE"));
    const std::pair<QString, QString> timeline[] = {
        {tr("Drag"), tr("Move through time; Shift with the wheel as well")},
        {tr("Ctrl+wheel, pinch, + −"), tr("Closer or further, around what is pointed at")},
        {tr("Drag on the axis, Alt+drag"), tr("Show just that span")},
        {tr("Shift+← →, then Enter"), tr("Mark a span from the cursor on, and show it; Esc gives it up")},
        {tr("Backspace"), tr("Back to the range before")},
        {tr("← →, Page Up, Page Down"), tr("A tenth of the range, or all of it, earlier or later")},
        {tr("Home, End"), tr("The oldest observation; now")},
        {tr("↑ ↓"), tr("Lane above or below")},
        {tr("Ctrl+← →"), tr("Previous or next change")},
        {tr("Space"), tr("Open the targets of a lane")},
        {tr("Enter, double click"), tr("Everything about a lane; on an outage, its incident")},
    };
    for (const auto& [key, what] : timeline)
        list->add(key, what);
    list->addHeading(tr("IN THE REVIEW OF AN INCIDENT"));
    list->add(tr("Alt+↑ ↓"), tr("The one above or below in the list"));
    list->add(tr("Esc"), tr("Back to the list"));
    list->addHeading(tr("EVERYWHERE"));
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            list->add(action->shortcut().toString(QKeySequence::NativeText),
                      QString(action->text()).remove(QLatin1Char('&')));
    area->setWidget(list);
    area->setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
    resizeWithText(*this, {560, 640});
}

} // namespace kpwatch
