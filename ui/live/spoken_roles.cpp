// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/spoken_roles.h"

#include "ui/live/controls.h"
#include "ui/live/headline_bar.h"
#include "ui/live/legend_strip.h"
#include "ui/live/overview_strip.h"

#include <QAccessibleWidget>

namespace kpwatch {

namespace {

// One of several that exclude each other.
class ChoiceAccess : public QAccessibleWidget {
  public:
    ChoiceAccess(Button& button, QAccessible::Role role) : QAccessibleWidget(&button, role), m_button(button) {}
    QString text(QAccessible::Text what) const override {
        const QString said = QAccessibleWidget::text(what);
        return what == QAccessible::Name && said.isEmpty() ? m_button.text() : said;
    }
    QAccessible::State state() const override {
        QAccessible::State now = QAccessibleWidget::state();
        now.checkable = true;
        now.checked = now.selected = m_button.isChecked();
        return now;
    }
    QStringList actionNames() const override { return QStringList{pressAction()} + QAccessibleWidget::actionNames(); }
    void doAction(const QString& action) override {
        if (action == pressAction())
            m_button.click();
        else
            QAccessibleWidget::doAction(action);
    }

  private:
    Button& m_button;
};

QAccessibleInterface* accessOf(const QString& /*key*/, QObject* object) {
    if (auto* const button = qobject_cast<Button*>(object)) {
        switch (button->kind()) {
        case ButtonKind::Tab:
            return new ChoiceAccess(*button, QAccessible::PageTab);
        case ButtonKind::Segment:
            return new ChoiceAccess(*button, QAccessible::RadioButton);
        case ButtonKind::Plain:
        case ButtonKind::Primary:
            return nullptr;
        }
    }
    if (auto* const headline = qobject_cast<HeadlineBar*>(object))
        return new QAccessibleWidget(headline, QAccessible::StatusBar);
    if (auto* const strip = qobject_cast<OverviewStrip*>(object))
        return new QAccessibleWidget(strip, QAccessible::Grouping);
    if (auto* const legend = qobject_cast<LegendStrip*>(object))
        return new QAccessibleWidget(legend, QAccessible::Grouping);
    return nullptr;
}

} // namespace

void tellRoles() {
    static const bool told = (QAccessible::installFactory(accessOf), true);
    Q_UNUSED(told)
}

} // namespace kpwatch
