import { useEffect, useRef, useState } from 'preact/hooks';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { texts } from '../texts/texts';
import { Screen } from '../ui/screen';
import { scan } from './camera';
import { pathOf } from './code';

/** Reads the code of a poster with the camera. */
export function Scan() {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'looking' | 'foreign' | 'refused'>('looking');
  useEffect(() => {
    const end = new AbortController();
    const wanted = (scanned: string) => {
      const path = pathOf(scanned);
      if (path) go(path, 'replace');
      else setState('foreign');
      return path !== undefined;
    };
    if (video.current) scan(video.current, end.signal, wanted).catch(() => setState('refused'));
    return () => end.abort();
  }, []);
  return (
    <Screen title={texts.scan.title} up={paths.join()} class="scan">
      {state !== 'refused' && (
        <video ref={video} class="viewfinder" muted playsInline aria-label={texts.scan.view} />
      )}
      <p class="lead" role="status">
        {texts.scan[state]}
      </p>
      <Link to={paths.join()} class="button secondary">
        {texts.scan.type}
      </Link>
    </Screen>
  );
}
