// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of the watchlist: add, edit, put in order, switch off, remove, try, import, export, and go back to an
// earlier list. Nothing changes outside before it is saved; until then every step can be undone. GUI thread.
#pragma once

#include "app/watch/try_check.h"
#include "app/watchlist_draft.h"
#include "ui/settings/choosing.h"

#include <QDialog>
#include <QUndoStack>

#include <filesystem>
#include <functional>

class QPushButton;
class QVBoxLayout;

namespace kpwatch {

class TextLabel;
class WatchlistTree;

struct WatchlistDialogOptions {
    std::string json; // the list in force
    Settings settings;
    std::optional<WayOut> way;                         // agreed to: by it targets are tried; none: nothing is sent yet
    std::function<std::vector<DatedList>()> earlier;   // as the record keeps them; throws StorageError
    std::function<void(const std::string& json)> save; // throws InputError, StorageError, WriterBusyError
};

class WatchlistDialog : public QDialog {
    Q_OBJECT
  public:
    explicit WatchlistDialog(WatchlistDialogOptions options, QWidget* parent = nullptr);
    ~WatchlistDialog() override;

    void accept() override; // saves
    void reject() override; // asks first, if something would be lost
    void importFrom(const std::filesystem::path& file);
    void exportTo(const std::filesystem::path& file);

  private:
    void makeButtons(QVBoxLayout& into);
    QPushButton* button(QVBoxLayout& into, const char* name, const QString& text, const std::function<void()>& run);
    void change(const QString& what, const WatchlistDraft& next, std::optional<DraftPlace> chosen = std::nullopt);
    void showMenu(const QPoint& place);
    void addEntry(bool control);
    void editEntry();
    void duplicateEntry();
    void switchEntry();
    void removeEntry();
    void askToRemove();
    void moveEntry(int direction);
    void moveTo(DraftPlace place, std::size_t to);
    void tryEntry();
    void showTried();
    void askImport();
    void askExport();
    void askEarlier();
    void follow();
    void say(const QString& sentence);

    const WatchlistDialogOptions m_options;
    WatchlistDraft m_draft;
    QUndoStack m_steps;
    TryCheck m_try;
    WatchlistTree* m_tree;
    TextLabel *m_caps, *m_said;
    std::vector<QPushButton*> m_ofEntry; // want one to be chosen
    QPushButton *m_switch = nullptr, *m_up = nullptr, *m_down = nullptr, *m_tryNow = nullptr, *m_save = nullptr;
};

// Asks which of the earlier lists is to be taken up again; nullopt: none.
std::optional<std::string> chosenEarlier(const std::vector<DatedList>& lists, QWidget* parent);

} // namespace kpwatch
