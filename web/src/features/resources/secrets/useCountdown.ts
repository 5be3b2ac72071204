import { useEffect, useState } from 'react';

/** Whole seconds left, counted down in sight; at none it calls once. Null never ends. */
export function useCountdown(seconds: number | null, onEnd: () => void): number | null {
  // By the clock and not by the ticks: a page in the background is given few of them.
  const [end] = useState(() => (seconds === null ? null : Date.now() + seconds * 1000));
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (end === null) return;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      onEnd();
    }, 250);
    return () => clearInterval(timer);
  }, [end, onEnd]);
  return left;
}
