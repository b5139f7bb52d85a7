import '@steward/client-kit/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/screens.css';
import './styles/asking.css';
import './styles/conversation.css';
import './styles/location.css';
import './styles/satisfaction.css';
import { render } from 'preact';
import { App } from './app/app';
import { StewardContext } from './app/context';
import { begin } from './app/steward';
import { installApp } from './service-worker/install';
import { installOffer } from './service-worker/offer';
import { chooseLanguage, locale } from './texts/texts';
import { showLook, textSize, wantedLanguages } from './ui/choice';

installOffer.listen();
showLook();
textSize.show();
await chooseLanguage(wantedLanguages(navigator.languages));
const steward = await begin({ origin: location.origin, locale });
const root = document.getElementById('root');
if (root) {
  root.replaceChildren();
  render(
    <StewardContext.Provider value={steward}>
      <App />
    </StewardContext.Provider>,
    root,
  );
}
void installApp();
// The phone should not throw away what was written, however little space is left.
void navigator.storage?.persist?.().catch(() => undefined);
