// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/watchlist_dialog.h"

#include "app/demand.h"
#include "app/errors.h"
#include "app/words/label.h"
#include "app/words/left_out.h"
#include "app/words/words.h"
#include "ui/export/save_file.h"
#include "ui/live/controls.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"
#include "ui/settings/entry_dialog.h"
#include "ui/settings/fault_words.h"
#include "ui/settings/try_words.h"
#include "ui/settings/watchlist_tree.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

struct Edited {
    WatchlistDraft draft;
    std::optional<DraftPlace> chosen;
};

// One step of the editor: the list and what was chosen in it, before and after.
class Step : public QUndoCommand {
  public:
    using Show = std::function<void(const Edited&)>;
    Step(const QString& what, Edited before, Edited after, Show show)
        : QUndoCommand(what), m_before(std::move(before)), m_after(std::move(after)), m_show(std::move(show)) {}
    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }

  private:
    const Edited m_before, m_after;
    const Show m_show;
};

} // namespace

WatchlistDialog::WatchlistDialog(WatchlistDialogOptions options, QWidget* parent)
    : QDialog(parent), m_options(std::move(options)), m_draft(m_options.json), m_tree(new WatchlistTree(this)),
      m_caps(new TextLabel(12, 400, Ink::Degraded, this)), m_said(new TextLabel(13, 400, Ink::Text, this)) {
    setWindowTitle(tr("Targets and controls"));
    resize(qMin(940, qRound(860 * textScale())), 640);
    auto* column = new QVBoxLayout(this);
    auto* about = new TextLabel(13, 400, Ink::Text2, this);
    about->setText(tr("What is watched, and by whom our own line and the way there are tested. A control votes once it "
                      "has answered long enough; “unproven” means that nobody has looked yet."));
    about->setWordWrap(true);
    column->addWidget(about);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_tree, 1);
    auto* side = new QWidget;
    auto* buttons = new QVBoxLayout(side);
    buttons->setContentsMargins(0, 0, 0, 0);
    makeButtons(*buttons);
    auto* scroll = new QScrollArea(this); // of large text there is more than fits
    scroll->setWidgetResizable(true);
    scroll->setWidget(side);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(side->sizeHint().width() + 18);
    side->setMinimumHeight(side->sizeHint().height()); // the style lets buttons be lower than their text
    middle->addWidget(scroll);
    column->addLayout(middle, 1);
    for (TextLabel* const each : {m_caps, m_said}) {
        each->setWordWrap(true);
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(each);
    }
    m_caps->setObjectName(QStringLiteral("caps"));
    m_said->setObjectName(QStringLiteral("said"));
    auto* ends = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = ends->button(QDialogButtonBox::Save);
    m_save->setObjectName(QStringLiteral("save"));
    column->addWidget(ends);
    connect(ends, &QDialogButtonBox::accepted, this, &WatchlistDialog::accept);
    connect(ends, &QDialogButtonBox::rejected, this, &WatchlistDialog::reject);
    connect(&m_steps, &QUndoStack::indexChanged, this, &WatchlistDialog::follow);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &WatchlistDialog::follow);
    connect(m_tree, &QTreeWidget::itemActivated, this, &WatchlistDialog::editEntry);
    connect(m_tree, &WatchlistTree::moveWanted, this, &WatchlistDialog::moveTo);
    auto* const erase = new QShortcut(QKeySequence::Delete, m_tree);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &WatchlistDialog::askToRemove);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &WatchlistDialog::showMenu);
    connect(&m_try, &TryCheck::ended, this, &WatchlistDialog::showTried);
    m_tree->setDraft(m_draft, m_options.settings);
    m_tree->choose({DraftPart::Targets, 0});
    m_tree->setFocus();
    follow();
}

// The table goes after what it would be shown from, and tells of its going.
WatchlistDialog::~WatchlistDialog() {
    m_tree->disconnect(this);
    m_steps.disconnect(this);
}

QPushButton* WatchlistDialog::button(QVBoxLayout& into, const char* name, const QString& text,
                                     const std::function<void()>& run) {
    auto* made = new SideButton(text);
    made->setObjectName(QLatin1String(name));
    made->ensurePolished();
    into.addWidget(made);
    connect(made, &QPushButton::clicked, this, run);
    return made;
}

void WatchlistDialog::makeButtons(QVBoxLayout& into) {
    button(into, "add", tr("&Add a target…"), [this] { addEntry(false); });
    button(into, "add-control", tr("Add a &control…"), [this] { addEntry(true); });
    into.addSpacing(8);
    m_ofEntry = {button(into, "edit", tr("&Edit…"), [this] { editEntry(); }),
                 button(into, "duplicate", tr("D&uplicate"), [this] { duplicateEntry(); }),
                 button(into, "remove", tr("&Remove"), [this] { removeEntry(); }),
                 m_switch = button(into, "switch", tr("&Switch off"), [this] { switchEntry(); }),
                 m_up = button(into, "up", tr("Move u&p"), [this] { moveEntry(-1); }),
                 m_down = button(into, "down", tr("Move do&wn"), [this] { moveEntry(1); }),
                 m_tryNow = button(into, "try", tr("&Try it now"), [this] { tryEntry(); })};
    into.addSpacing(8);
    for (const bool back : {true, false}) {
        QAction* const action =
            back ? m_steps.createUndoAction(this, tr("Undo:")) : m_steps.createRedoAction(this, tr("Redo:"));
        action->setShortcuts(back ? QKeySequence::Undo : QKeySequence::Redo);
        addAction(action);
        QPushButton* const made =
            button(into, back ? "undo" : "redo", back ? tr("Undo") : tr("Redo"), [action] { action->trigger(); });
        const auto follow = [made, action] {
            made->setEnabled(action->isEnabled());
            setPlainTip(*made, action->text());
        };
        connect(action, &QAction::changed, made, follow);
        follow();
    }
    into.addSpacing(8);
    button(into, "import", tr("&Import…"), [this] { askImport(); });
    button(into, "export", tr("E&xport…"), [this] { askExport(); });
    button(into, "earlier", tr("Earlier &lists…"), [this] { askEarlier(); });
    into.addStretch(1);
}

// What the buttons do with the entry, at the entry itself.
void WatchlistDialog::showMenu(const QPoint& place) {
    if (!m_tree->chosen() || m_tree->itemAt(place) != m_tree->currentItem())
        return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton* const each : m_ofEntry)
        menu->addAction(each->text(), each, &QPushButton::click)->setEnabled(each->isEnabled());
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

void WatchlistDialog::change(const QString& what, const WatchlistDraft& next, std::optional<DraftPlace> chosen) {
    m_steps.push(new Step(what, {m_draft, m_tree->chosen()}, {next, chosen}, [this](const Edited& edited) {
        const QSignalBlocker quiet(m_tree);
        say({}); // what was said was of another step
        m_draft = edited.draft;
        m_tree->setDraft(m_draft, m_options.settings);
        if (edited.chosen)
            m_tree->choose(*edited.chosen);
    }));
}

void WatchlistDialog::addEntry(bool control) {
    EntryDialog dialog({m_draft, std::nullopt, control, m_options.settings}, this);
    if (dialog.exec() == QDialog::Accepted)
        change(control ? tr("add a control") : tr("add a target"), dialog.draft(), dialog.place());
}

void WatchlistDialog::editEntry() {
    const std::optional<DraftPlace> place = m_tree->chosen();
    if (!place)
        return;
    EntryDialog dialog({m_draft, *place, false, m_options.settings}, this);
    if (dialog.exec() == QDialog::Accepted)
        change(tr("edit"), dialog.draft(), *place);
}

void WatchlistDialog::duplicateEntry() {
    if (const std::optional<DraftPlace> place = m_tree->chosen()) {
        WatchlistDraft next = m_draft;
        const DraftPlace copy = next.duplicate(*place);
        change(tr("duplicate"), next, copy);
    }
}

void WatchlistDialog::switchEntry() {
    const std::optional<DraftPlace> place = m_tree->chosen();
    if (!place || place->part == DraftPart::Controls)
        return;
    WatchlistDraft next = m_draft;
    const bool on = !next.entry(*place).enabled;
    next.setEnabled(*place, on);
    change(on ? tr("switch on") : tr("switch off"), next, *place);
}

static QString nameOf(const DraftEntry& entry) { return words::label(entry.label.empty() ? entry.id : entry.label); }

void WatchlistDialog::removeEntry() {
    const std::optional<DraftPlace> place = m_tree->chosen();
    if (!place)
        return;
    WatchlistDraft next = m_draft;
    const DraftEntry entry = next.entry(*place);
    next.remove(*place);
    change(tr("remove"), next);
    say(tr("%1 is removed once you save. What was seen of it stays in the record.").arg(nameOf(entry)));
}

// A key is struck more easily by mistake than a button.
void WatchlistDialog::askToRemove() {
    const std::optional<DraftPlace> place = m_tree->chosen();
    if (place && askPlainly(this, tr("Remove"), tr("%1 would no longer be asked.").arg(nameOf(m_draft.entry(*place))),
                            tr("Remove it")))
        removeEntry();
}

void WatchlistDialog::moveEntry(int direction) {
    const std::optional<DraftPlace> place = m_tree->chosen();
    if (const auto to = place ? m_tree->neighbour(*place, direction) : std::nullopt)
        moveTo(*place, to->index);
}

void WatchlistDialog::moveTo(DraftPlace place, std::size_t to) {
    WatchlistDraft next = m_draft;
    next.move(place, to);
    change(tr("move"), next, DraftPlace{place.part, to});
}

void WatchlistDialog::say(const QString& sentence) {
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
}

void WatchlistDialog::follow() {
    const std::optional<DraftPlace> place = m_tree->chosen();
    for (QPushButton* const each : m_ofEntry)
        each->setEnabled(place.has_value());
    m_up->setEnabled(place && m_tree->neighbour(*place, -1));
    m_down->setEnabled(place && m_tree->neighbour(*place, 1));
    m_tryNow->setText(m_try.isBusy() ? tr("S&top trying") : tr("&Try it now"));
    const bool target = place && place->part == DraftPart::Targets;
    m_switch->setEnabled(target);
    m_switch->setText(target && !m_draft.entry(*place).enabled ? tr("&Switch on") : tr("&Switch off"));
    const std::optional<DraftFault> fault = faultOf(m_draft, m_options.settings);
    m_save->setEnabled(!fault && m_draft != WatchlistDraft(m_options.json));
    QString caps;
    if (fault)
        caps = faultInList(*fault, m_draft);
    else
        caps = words::overCaps(overCaps(parseWatchlist(m_draft.json(), "watchlist", m_options.settings),
                                        m_options.settings, m_options.way.value_or(WayOut(Direct{}))));
    m_caps->setText(caps);
    m_caps->setVisible(!caps.isEmpty());
}

void WatchlistDialog::accept() {
    try {
        m_options.save(m_draft.json());
        QDialog::accept();
    } catch (const std::runtime_error& error) {
        say(troubleWords(error.what()));
    }
}

void WatchlistDialog::reject() {
    if (m_draft != WatchlistDraft(m_options.json) &&
        !askPlainly(this, tr("Not saved"), tr("What you changed in the list is not saved."), tr("Discard it")))
        return;
    QDialog::reject();
}

// --- one check ---

void WatchlistDialog::tryEntry() {
    if (m_try.isBusy()) {
        m_try.stop();
        say(tr("Stopped."));
        follow();
        return;
    }
    const std::optional<DraftPlace> place = m_tree->chosen();
    if (!place || faultOf(m_draft, m_options.settings))
        return;
    const Watchlist list = parseWatchlist(m_draft.json(), "watchlist", m_options.settings);
    const bool control = place->part == DraftPart::Controls;
    const Target target = control ? list.controls[place->index].target : list.targets[place->index];
    if (!m_options.way || std::holds_alternative<ObserveOnly>(*m_options.way)) {
        say(tr("Nothing is sent before you have agreed to it: start watching first."));
        return;
    }
    if (const QString why = words::switchedOff(target, *m_options.way); !why.isEmpty()) {
        say(tr("It cannot be tried this way: %1.").arg(why));
        return;
    }
    if (!m_try.mayAsk(target)) {
        say(tr("It was asked within the last minute. Nobody is asked more often than that."));
        return;
    }
    const bool nobody = control && list.controls[place->index].ring == Ring::Negative;
    m_try.ask({target, m_options.settings, *m_options.way, list.allowPrivate, nobody});
    say(tr("Asking %1 once. This takes %2 s at most, and is not recorded.")
            .arg(words::label(target.label))
            .arg(std::chrono::ceil<std::chrono::seconds>(target.timeout).count()));
    follow();
}

void WatchlistDialog::showTried() {
    if (const std::optional<Observation> seen = m_try.result())
        say(tryWords(*seen, m_try.addresses()).join(QLatin1Char('\n')));
    follow();
}

// --- files and earlier lists ---

void WatchlistDialog::importFrom(const std::filesystem::path& file) {
    try {
        const WatchlistDraft imported = loadDraft(file, m_options.settings);
        const QString name = words::cleaned(file.filename().string());
        if (imported == m_draft) {
            say(tr("The list of %1 is the same as this one: nothing changes.").arg(name));
            return;
        }
        change(tr("import"), imported);
        say(tr("The list of %1 takes the place of this one once you save.").arg(name));
    } catch (const InputError& error) {
        say(troubleWords(error.what()));
    }
}

void WatchlistDialog::exportTo(const std::filesystem::path& file) {
    const QString name = QFile::decodeName(file.c_str());
    try {
        saveWhole(name, QByteArray::fromStdString(m_draft.file()));
        say(tr("Written to %1.").arg(name));
    } catch (const InputError& error) {
        say(troubleWords(error.what()));
    }
}

void WatchlistDialog::askImport() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Import a watchlist"), {}, tr("Watchlists (*.json)"));
    if (!file.isEmpty())
        importFrom(file.toStdString());
}

void WatchlistDialog::askExport() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the watchlist"),
                                                      QStringLiteral("watchlist.json"), tr("Watchlists (*.json)"));
    if (!file.isEmpty())
        exportTo(file.toStdString());
}

void WatchlistDialog::askEarlier() {
    try {
        const auto chosen = chosenEarlier(m_options.earlier ? m_options.earlier() : std::vector<DatedList>(), this);
        if (!chosen)
            return;
        const WatchlistDraft earlier(*chosen, "the earlier list");
        if (earlier == m_draft) {
            say(tr("The earlier list is the same as this one: nothing changes."));
            return;
        }
        change(tr("take up an earlier list"), earlier);
        say(tr("The earlier list holds again once you save."));
    } catch (const std::runtime_error& error) {
        say(troubleWords(error.what()));
    }
}

} // namespace kpwatch
